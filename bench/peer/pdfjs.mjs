// Opens PDFs as pdf.js does in a browser: node bench/peer/pdfjs.mjs FILE... Prints a line of JSON for each:
// its text, and what pdf.js complained of. Needs pdfjs-dist in .bench-venv/node (scripts/setup bench).
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import path from "node:path";

const home = path.join(path.dirname(fileURLToPath(import.meta.url)), "..", "..", ".bench-venv", "node", "package.json");
const { getDocument, VerbosityLevel } = await import(
  pathToFileURL(createRequire(home).resolve("pdfjs-dist/legacy/build/pdf.mjs"))
);

for (const file of process.argv.slice(2)) {
  const complaints = [];
  console.log = console.warn = (...said) => complaints.push(said.join(" "));
  let text = "";
  try {
    const data = new Uint8Array(readFileSync(file));
    const loading = getDocument({ data, verbosity: VerbosityLevel.WARNINGS, isEvalSupported: false });
    const pdf = await loading.promise;
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      await page.getOperatorList();
      const { items } = await page.getTextContent();
      text += items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join("") + "\n";
    }
  } catch (error) {
    complaints.push(String(error));
  }
  process.stdout.write(JSON.stringify({ text, complaints }) + "\n");
}
