"""``terbuka office`` and ``terbuka journal``: the running office. Django is loaded only here."""

from typing import Annotated

import typer

from terbuka.cli.admin import admin, forget_factor
from terbuka.cli.help import Command, Group
from terbuka.errors import TerbukaError
from terbuka.language import N_, translate

app = typer.Typer(cls=Group)
app.command(
    cls=Command, help=translate(N_("Buat administrator, juga yang pertama, dan cetak tautan kata sandinya."))
)(admin)
app.command(
    "forget-factor",
    cls=Command,
    help=translate(N_("Hapus langkah kedua seseorang yang kehilangan semuanya.")),
)(forget_factor)
journal = typer.Typer(cls=Group)

Host = Annotated[
    str,
    typer.Option(metavar=translate(N_("ALAMAT")), help=translate(N_("Alamat tempat kantor mendengarkan."))),
]
Port = Annotated[
    int,
    typer.Option(
        envvar="TERBUKA_PORT",
        metavar=translate(N_("NOMOR")),
        help=translate(N_("Nomor porta tempat kantor mendengarkan.")),
    ),
]
Demo = Annotated[
    bool, typer.Option("--demo", help=translate(N_("Isi dengan data contoh bila masih kosong.")))
]


@app.command(cls=Command, help=translate(N_("Siapkan yang kurang, lalu jalankan kantor sampai Ctrl-C.")))
def run(host: Host = "127.0.0.1", port: Port = 8000, demo: Demo = False) -> None:
    from terbuka.office.serve import prepare, refuse_taken_port, run_office

    refuse_taken_port(host, port)
    if demo:
        prepare(demo=True)
        from terbuka.demo.office import accounts, fill

        fill(say=typer.echo)
        _print_accounts(accounts())
    raise typer.Exit(run_office(host, port, demo))


@app.command("reset-demo", cls=Command, help=translate(N_("Hapus kantor contoh dan isi kembali dari awal.")))
def reset_demo() -> None:
    from terbuka.office.serve import prepare, stopped_office

    prepare(demo=True)
    from terbuka.demo.office import empty, fill

    with stopped_office():
        empty()
        fill(say=typer.echo)


def _print_accounts(rows: list[tuple[str, str, str]]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(*(translate(name) for name in (N_("akun"), N_("kata sandi"), N_("peran"))), box=None)
    for row in rows:
        table.add_row(*row)
    Console().print(table)


@journal.command(cls=Command, help=translate(N_("Periksa rantai jurnal dari awal sampai akhir.")))
def verify(
    anchor: Annotated[
        str | None,
        typer.Option(
            metavar=translate(N_("NOMOR:HASH")),
            help=translate(N_("Nomor dan hash yang dicatat di luar sistem.")),
        ),
    ] = None,
) -> None:
    from terbuka.office.serve import prepare

    prepare()
    from terbuka.journal.verify import verify_chain

    result = verify_chain(_anchor(anchor))
    if result.sound:
        typer.echo(
            translate(N_("Rantai utuh: %(entries)s catatan, terakhir %(hash)s."))
            % {"entries": result.entries, "hash": result.last_hash or "–"}
        )
        return
    typer.echo(
        translate(N_("Rantai putus pada catatan %(number)s (%(how)s)."))
        % {"number": result.broken_at, "how": result.how}
    )
    raise typer.Exit(3)


def _anchor(text: str | None) -> tuple[int, str] | None:
    if text is None:
        return None
    number, _, digest = text.partition(":")
    if not number.isdigit() or not digest:
        raise TerbukaError(N_("Jangkar ditulis NOMOR:HASH."))
    return int(number), digest
