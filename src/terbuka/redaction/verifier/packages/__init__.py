"""The parts of ZIP packages (DOCX, XLSX) as the verifier reads them."""
