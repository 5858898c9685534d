"""What the models learn from is read as it stands in the files."""

from pathlib import Path

from terbuka.screening.annotated import parse
from terbuka.screening.training.corpus import annotated_in, sentences_of, with_details

DOCUMENT = parse(
    "# genre: uji; title: uji; layout: prose\n\n"
    "Kapolres {{PERSON/K:Hendra Wijaya}} menemui {{PERSON#p/R:Darmawi}}, {{HEALTH/R:sakit asma}}, di "
    "{{PLACE/K:Pasar Lama}}; nomor {{NUMBER/K:12}} dan {{MARITAL/O:duda}}."
)


def test_sentences_are_set_as_running_text(tmp_path: Path) -> None:
    rows = [
        "# source = uji",
        "Siti\tB-PER",
        "Rahmah\tI-PER",
        ",\tO",
        "warga\tO",
        "(\tO",
        "Ambon\tB-LOC",
        ")\tO",
    ]
    path = tmp_path / "uji.conll"
    path.write_text("\n".join([*rows, '"\tO', "ya\tO", '"\tO']) + "\n\n\n", encoding="utf-8")
    (sentence,) = sentences_of(path)
    assert sentence.reading.text == 'Siti Rahmah, warga (Ambon) "ya"'
    assert sentence.labels == ["B-PER", "I-PER", "O", "B-LOC", "O"]


def test_details_tell_what_is_hidden_from_what_stays() -> None:
    text = with_details(DOCUMENT)
    labels = dict(zip(text.reading.folds, text.labels, strict=True))
    assert labels["hendra"] == "B-OPEN"
    assert labels["darmawi"] == "B-PERSON"
    assert labels["sakit"] == "B-HEALTH"
    assert labels["asma"] == "I-HEALTH"
    assert labels["pasar"] == "B-PLACE"
    assert labels["duda"] == "B-MARITAL"
    assert labels["12"] == "O"


def test_documents_of_folders_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.txt").write_text(f"# genre: x\n\nini {name}", encoding="utf-8")
    assert [text for text, _ in annotated_in([tmp_path])] == ["ini a", "ini b"]
