"""All models are made from a small corpus, twice the same, and the program screens with them."""

import gzip
from pathlib import Path

from terbuka.documents.text import document_of
from terbuka.screening.annotated import parse
from terbuka.screening.screen import screen
from terbuka.screening.trained import models_of
from terbuka.screening.training.corpus import labelled
from terbuka.screening.training.make import make, make_details, without

NAMES = ("Rusdi Hartono", "Siti Rahmah", "Darmawi", "Yohana Tukan", "Lim Swan", "Ketut Dana")
DOCUMENTS = [
    parse(
        "# genre: uji; title: uji; layout: prose\n\nLAPORAN POLISI\n\n"
        f"Kapolres AKBP {{{{PERSON/K:Hendra Wijaya}}}} menerima Sdr. {{{{PERSON/R:{name}}}}} yang "
        f"{{{{HEALTH/R:menderita asma}}}} dan tinggal di {{{{ADDRESS/R:Jl. Mawar No. {number} RT 02}}}}."
    )
    for number, name in enumerate(NAMES, 1)
]
SENTENCES = [labelled(f"{name} pergi ke Ambon.", [(0, len(name), "PER")]) for name in NAMES]


def test_the_same_corpus_gives_the_same_models_and_they_screen(tmp_path: Path) -> None:
    heard: list[str] = []
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
        make(SENTENCES, DOCUMENTS, folder, heard.append)
    names = ["details.crf.gz", "names.crf.gz", "passages.crf.gz", "persons.crf.gz"]
    assert sorted(path.name for path in folders[0].iterdir()) == names
    assert [(folders[0] / n).read_bytes() for n in names] == [(folders[1] / n).read_bytes() for n in names]
    assert heard[-1] == "models that weigh: 2 of 2"
    text = "LAPORAN POLISI\n\nKapolres menerima Sdr. Bambang Irawan yang menderita asma."
    with models_of(folders[0]):
        found = screen(document_of(text)).findings
    assert any(text[f.start : f.end] == "Bambang Irawan" for f in found)


def test_documents_held_out_are_not_learned_from(tmp_path: Path) -> None:
    odd = parse("# genre: uji\n\nSdr. {{PERSON/R:Darmawi}} menderita {{HEALTH/R:qwxzitis}} dan asma.")
    assert without([*DOCUMENTS, odd], [odd]) == DOCUMENTS
    make_details([*DOCUMENTS, odd], tmp_path)
    assert b"word=qwxzitis" in gzip.decompress((tmp_path / "details.crf.gz").read_bytes())
    make_details(without([*DOCUMENTS, odd], [odd]), tmp_path)
    assert b"word=qwxzitis" not in gzip.decompress((tmp_path / "details.crf.gz").read_bytes())
