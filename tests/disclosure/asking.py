"""Asking for the desk's pages as a browser without scripts, or the studio's script, does."""

from collections.abc import Callable
from typing import Any

from django.test import Client

from terbuka.disclosure.models import Case, Mark
from terbuka.organisation.models import Account

Enter = Callable[[Account], Client]
Work = Callable[[], None]

HERE = "/kantor/berkas/"
SCRIPT: dict[str, Any] = {"HTTP_HX_REQUEST": "true"}
REASON = "Orang tua telah memberi izin tertulis untuk membuka nama ini."
EVIL = '<img src=x onerror="alert(1)">'


def text_of(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status, (answer.status_code, answer.content[:300])
    return " ".join(str(answer.content.decode()).split())


def now(found: Mark) -> Mark:
    return Mark.objects.get(pk=found.pk)


def again(case: Case) -> Case:
    return Case.objects.get(pk=case.pk)


def row_of(case: Case) -> dict[str, Any]:
    return {f.attname: getattr(case, f.attname) for f in Case._meta.concrete_fields if not f.primary_key}


def found_in(client: Client, query: str = "") -> list[str]:
    page = text_of(client.get(f"{HERE}{query}"))
    return [part.split("</a>")[0].split(">")[-1] for part in page.split('class="row-link"')[1:]]


def at(case: Case, rest: str = "", page: int = 1) -> str:
    return f"{HERE}{case.pk}/studio/{page}/{rest}"
