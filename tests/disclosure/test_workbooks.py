"""A workbook goes the way of a case: read, shown row by row, copied, handed out as a workbook.

All persons and numbers are invented.
"""

import zipfile
from collections.abc import Callable
from pathlib import Path

from django.test import Client
from django.urls import reverse

from terbuka.office.storage import PrivateStorage
from terbuka.organisation.models import Account
from tests.disclosure.conftest import Team, certified, prepared, screened, upload
from tests.documents.samples.xlsx import rows, xlsx
from tests.rows import Office


def test_workbook_becomes_a_workbook(
    team: Team, office: Office, work: Callable[[], None], enter: Callable[[Account], Client]
) -> None:
    table = rows(
        ["No", "Nama Saksi", "NIK", "Honor"],
        [1, "Siti Rahmah", 6371034704880003, 250000],
        [2, "Wayan Sudarta", 6371031203850004, 300000],
    )
    content = xlsx(("Saksi", "", table), ("Rahasia", 'state="hidden"', rows(["Siti Rahmah"])))
    case = screened(upload(team.screener, office.polda, content, name="saksi.xlsx"), work)
    assert case.format == "xlsx"
    page = enter(team.screener).get(reverse("disclosure:studio", args=[case.pk, 1])).content.decode()
    assert "Siti Rahmah" in page and "6371034704880003" in page and "Rahasia" not in page
    detail = enter(team.screener).get(reverse("disclosure:case", args=[case.pk])).content.decode()
    assert "Excel (XLSX)" in detail
    copy = certified(prepared(case, team.screener, work), team.ppid)
    assert (copy.format, copy.kind.suffix) == ("xlsx", ".xlsx")
    assert copy.kind.content_type == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    with zipfile.ZipFile(Path(PrivateStorage().path(copy.file))) as package:
        written = b"".join(map(package.read, package.namelist()))
    assert not any(secret in written for secret in (b"Rahmah", b"Sudarta", b"637103", b"Rahasia"))
    assert b"<v>250000</v>" in written and b"Nama Saksi" in written
