"""DOCX files with one invented person each: named in the text, and once more where nobody looks."""

from pathlib import Path
from random import Random

from leaks.case import Builder, Case, Family, Planted
from leaks.docx_body import BODY
from leaks.docx_container import CONTAINERS, TWICE
from leaks.docx_package import Leak, Who, package, who_of
from leaks.docx_parts import PARTS
from leaks.persons import words

FAMILY = Family("docx", "parts")


def _planted(who: Who, path: Path, data: bytes, kept: tuple[str, ...] = (), may_refuse: str = "") -> Planted:
    path.write_bytes(data)
    secrets = (who.name, who.nik)
    return Planted(path, secrets, words([*who.kept, *kept]), terms=(who.name,), may_refuse=may_refuse)


def _in_document(place: str) -> Builder:
    def build(seed: Random, folder: Path) -> Planted:
        who = who_of(seed)
        leak: Leak = (BODY.get(place) or PARTS[place])(who)
        return _planted(who, folder / "laporan.docx", package(who, leak), leak.kept)

    return build


def _in_container(place: str) -> Builder:
    def build(seed: Random, folder: Path) -> Planted:
        who = who_of(seed)
        refusal = "which of two parts a program shows is chance" if place == TWICE else ""
        return _planted(who, folder / "laporan.docx", CONTAINERS[place](who), may_refuse=refusal)

    return build


def _named(place: str) -> str:
    return "_".join(place.replace(",", "").split()).lower()


for _place in (*BODY, *PARTS):
    FAMILY.cases.append(Case(_named(_place), "docx_parts", "docx", _in_document(_place)))
for _place in CONTAINERS:
    FAMILY.cases.append(Case(_named(_place), "docx_container", "docx", _in_container(_place)))
