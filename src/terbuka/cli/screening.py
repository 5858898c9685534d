"""``terbuka screening``: what an office's decisions teach. Django is loaded only here."""

import os
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from terbuka.cli.help import Command, Group
from terbuka.errors import TerbukaError
from terbuka.language import N_, translate

app = typer.Typer(cls=Group)

OutDir = Annotated[
    Path,
    typer.Argument(
        metavar=translate(N_("FOLDER")),
        help=translate(N_("Folder baru atau kosong, tertutup bagi orang lain.")),
    ),
]
Since = Annotated[
    datetime | None,
    typer.Option(
        metavar=translate(N_("TANGGAL")),
        formats=["%Y-%m-%d"],
        help=translate(N_("Hanya yang disahkan sejak tanggal ini, ditulis TAHUN-BULAN-TANGGAL.")),
    ),
]


@app.command(
    cls=Command, help=translate(N_("Ekspor keputusan dokumen bersertifikat sebagai teks beranotasi."))
)
def export(out_dir: OutDir, since: Since = None) -> None:
    _refuse_home_of_none()
    _refuse_foreign_database()
    from terbuka.office.serve import prepare

    prepare()
    from terbuka.disclosure.learning import export as export_decisions

    result = export_decisions(out_dir, since.date() if since else None)
    typer.echo(
        translate(N_("%(documents)d dokumen bersertifikat ditulis ke %(folder)s."))
        % {"documents": result.documents, "folder": out_dir}
    )
    if result.from_pictures or result.gone:
        typer.echo(
            translate(
                N_(
                    "Dilewati: %(pictures)d karena dibaca dari gambar, %(gone)d karena berkasnya tidak ada "
                    "lagi."
                )
            )
            % {"pictures": result.from_pictures, "gone": result.gone}
        )
    typer.echo(
        translate(
            N_(
                "Folder ini dan model yang belajar darinya memuat data pribadi yang tidak boleh keluar dari "
                "kantor."
            )
        ),
        err=True,
    )


def _refuse_home_of_none() -> None:
    """Before the settings are read, which make a home where there is none. Whoever has read them has one."""
    from django.conf import settings

    home = Path(os.environ.get("TERBUKA_HOME", "var")).resolve()
    files = "private" if os.environ.get("DATABASE_URL") else "office.sqlite3"
    if not settings.configured and not (home / files).exists():
        raise TerbukaError(
            N_(
                "Di %(home)s tidak ada kantor, jadi tidak ada yang diekspor dan tidak ada yang dibuat di "
                "sana. Sebut folder kantornya dengan TERBUKA_HOME."
            ),
            home=home,
        )


def _refuse_foreign_database() -> None:
    """Before any table is made: a wrong address must not become an office."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "terbuka.office.settings")
    django.setup()
    from django.db import connection

    from terbuka.disclosure.models import Case

    if Case._meta.db_table not in connection.introspection.table_names():
        raise TerbukaError(
            N_(
                "Basis data ini bukan milik sebuah kantor, jadi tidak ada yang diekspor. Sebut kantornya "
                "dengan TERBUKA_HOME atau DATABASE_URL."
            )
        )
