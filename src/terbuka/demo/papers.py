"""The papers of the demo office, from ``papers.toml``: each is uploaded and driven to its stage."""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

from django.core.files.base import ContentFile

from terbuka.demo import typeset
from terbuka.disclosure import actions as disclosure
from terbuka.disclosure.models import Case
from terbuka.disclosure.studio import actions as studio
from terbuka.organisation.models import Account, Unit
from terbuka.register import actions as register
from terbuka.register.models import Item

DECIDES, APPROVES = "pemeriksa", "ppid"
Work = Callable[[], None]


@dataclass(frozen=True)
class Paper:
    """One row of ``papers.toml``; see there."""

    document: str
    made: str
    unit: str
    title: str
    purpose: str
    by: str
    stage: str
    note: str = ""
    reason: str = ""
    item: dict[str, Any] = field(default_factory=dict)


def papers() -> list[Paper]:
    """All of them, in the order in which they come in."""
    text = files("terbuka.demo").joinpath("papers.toml").read_text(encoding="utf-8")
    return [Paper(**row) for row in tomllib.loads(text)["paper"]]


def bring(paper: Paper, work: Work) -> Case:
    """Upload ``paper`` and take it to its stage. ``work()`` does the jobs that wait."""
    case = _upload(paper)
    for step in _steps(paper):
        work()
        case.refresh_from_db()
        step(paper, case)
    work()
    case.refresh_from_db()
    return case


Step = Callable[[Paper, Case], None]


def _steps(paper: Paper) -> Iterator[Step]:
    """What officers do, one after the other, until ``paper`` is where it should be."""
    ways: dict[str, tuple[Step, ...]] = {
        "failed": (),
        "deciding": (),
        "begun": (_begin,),
        "review": (_decide,),
        "returned": (_decide, _return),
        "approved": (_decide, _approve),
        "published": (_decide, _approve, _publish),
        "withdrawn": (_decide, _approve, _publish, _withdraw),
    }
    yield from ways[paper.stage]


def _upload(paper: Paper) -> Case:
    content, suffix = _file(paper)
    return disclosure.upload(
        _account(paper.by),
        unit=Unit.objects.get(code=paper.unit),
        title=paper.title,
        purpose=paper.purpose,
        file=ContentFile(content, name=f"{paper.document}.{suffix}"),
    )


def _file(paper: Paper) -> tuple[bytes, str]:
    text = files("terbuka.demo").joinpath(f"documents/{paper.document}.txt").read_text(encoding="utf-8")
    match paper.made:
        case "pdf":
            return typeset.as_pdf(text), "pdf"
        case "scan":
            return typeset.as_scan(text), "pdf"
        case "docx":
            return typeset.as_docx(text), "docx"
        case "broken":
            return typeset.as_pdf(text)[:600], "pdf"
        case _:
            return text.encode(), "txt"


def _begin(paper: Paper, case: Case) -> None:
    studio.hide_proposed(_account(DECIDES), case, page=None, sure=True, seen=case.decisions)


def _decide(paper: Paper, case: Case) -> None:
    officer = _account(DECIDES)
    studio.hide_proposed(officer, case, page=None, sure=False, seen=case.decisions)
    studio.look(officer, case, *range(1, case.pages + 1))
    case.refresh_from_db()
    disclosure.prepare(officer, case, confirmed=True)


def _return(paper: Paper, case: Case) -> None:
    disclosure.send_back(_account(APPROVES), case, note=paper.note)


def _approve(paper: Paper, case: Case) -> None:
    officer, copy = _account(APPROVES), case.prepared_copy
    studio.look(officer, copy, *range(1, copy.pages + 1))
    disclosure.approve(officer, case, sha256=copy.sha256)


def _publish(paper: Paper, case: Case) -> None:
    ppid = _account(APPROVES)
    item = register.draft(
        ppid,
        copy=case.public_copy,
        unit=case.unit,
        title=paper.title,
        made_in="Banjarmasin",
        available_as="softcopy",
        **paper.item,
    )
    register.publish(ppid, item, words_certified=True)


def _withdraw(paper: Paper, case: Case) -> None:
    item = Item.objects.get(attachments__copy=case.public_copy)
    register.withdraw(_account(APPROVES), item, reason=paper.reason, words_certified=True)


def _account(username: str) -> Account:
    return Account.objects.get(username=username)
