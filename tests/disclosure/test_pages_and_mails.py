"""Pages and mails go the way of a case: read, shown as text, copied, handed out as files.

All persons and numbers are invented.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from terbuka.office.storage import PrivateStorage
from terbuka.organisation.models import Account
from tests.disclosure.conftest import Team, certified, prepared, screened, upload
from tests.rows import Office

PAGE = """<!DOCTYPE html><meta charset="utf-8"><title>Laporan Siti Rahmah</title>
<h1>Laporan</h1><p>Pelapor Siti Rahmah, NIK 6371034704880003, melapor kepada AIPTU Fahrul Rozi.</p>
<!-- Siti Rahmah --><script>alert('Siti Rahmah')</script><p hidden>Siti Rahmah</p>
"""
MAIL = f"""From: Siti Rahmah <siti.rahmah@gmail.com>\r
To: spkt@polda.go.id\r
Subject: Laporan\r
Date: Mon, 03 Mar 2025 10:11:12 +0800\r
Message-ID: <rahmah@gmail.com>\r
MIME-Version: 1.0\r
Content-Type: text/html; charset=utf-8\r
\r
{PAGE}"""


@pytest.mark.parametrize(
    ("content", "format", "name", "kind"),
    [
        (PAGE, "html", ".html", "text/html; charset=utf-8"),
        (MAIL, "mail", ".eml", "message/rfc822"),
    ],
)
def test_case_becomes_a_copy_of_its_kind(
    content: str,
    format: str,
    name: str,
    kind: str,
    team: Team,
    office: Office,
    work: Callable[[], None],
    enter: Callable[[Account], Client],
) -> None:
    case = screened(upload(team.screener, office.polda, content.encode(), name=f"siti{name}"), work)
    assert case.format == format
    studio = enter(team.screener).get(reverse("disclosure:studio", args=[case.pk, 1])).content.decode()
    assert "Siti Rahmah" in studio and "alert(" not in studio
    copy = certified(prepared(case, team.screener, work), team.ppid)
    assert copy.format == format and (copy.kind.suffix, copy.kind.content_type) == (name, kind)
    written = Path(PrivateStorage().path(copy.file)).read_bytes()
    assert b"Rahmah" not in written and b"rahmah" not in written and b"FAHRUL ROZI" in written.upper()
