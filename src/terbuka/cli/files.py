"""``terbuka screen``, ``redact`` and ``verify``: files in, files out."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from terbuka.errors import TerbukaError
from terbuka.language import N_, counted, translate
from terbuka.screening.policy import DEFAULT

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress

    from terbuka.documents import Document
    from terbuka.documents.sandbox import Progress
    from terbuka.redaction.verifier.model import Verification
    from terbuka.screening import Finding, Screening

STAGES = {"read": N_("Membaca"), "write": N_("Menulis salinan"), "verify": N_("Memeriksa salinan")}
ACTIONS = {"redact": N_("tutup"), "review": N_("periksa"), "keep": N_("buka")}

File = Annotated[
    Path, typer.Argument(metavar=translate(N_("BERKAS")), help=translate(N_("Berkas yang diperiksa.")))
]


def _said(terms: list[str] | None) -> list[str] | None:
    """The terms. One without a letter or figure (an empty variable in a script) would look for nothing, and
    whoever reads "passed" would take it for looked for."""
    if any(not any(map(str.isalnum, term)) for term in terms or ()):
        raise typer.BadParameter("")
    return terms


Terms = Annotated[
    list[str] | None,
    typer.Option(
        "--term",
        metavar=translate(N_("TEKS")),
        callback=_said,
        help=translate(N_("Tutup setiap kemunculan TEKS, bagaimanapun ditulis.")),
    ),
]
SoughtTerms = Annotated[
    list[str] | None,
    typer.Option(
        "--term",
        metavar=translate(N_("TEKS")),
        callback=_said,
        help=translate(
            N_("Tidak lulus bila TEKS masih ada di mana pun dalam salinan, bagaimanapun ditulis.")
        ),
    ),
]
Profile = Annotated[
    str, typer.Option(metavar=translate(N_("NAMA")), help=translate(N_("Kebijakan yang dipakai.")))
]
Json = Annotated[bool, typer.Option("--json", help=translate(N_("Cetak satu objek JSON.")))]


def screen(
    file: File,
    as_json: Json = False,
    term: Terms = None,
    profile: Profile = DEFAULT,
    show_text: Annotated[
        bool,
        typer.Option("--show-text", help=translate(N_("Cetak juga teks setiap temuan."))),
    ] = False,
) -> None:
    from terbuka.documents.reader import open_document
    from terbuka.screening.screen import screen as screen_document

    with _bar() as stage:
        document = open_document(file, on_progress=stage("read"))
    result = screen_document(document, profile=profile, terms=term or ())
    if as_json:
        _print_json(_screening_json(document, result, show_text))
    else:
        _print_screening(document, result, show_text)


def redact(
    file: File,
    out: Annotated[
        Path,
        typer.Option("--out", metavar=translate(N_("SALINAN")), help=translate(N_("Tempat salinan publik."))),
    ],
    log: Annotated[
        Path | None,
        typer.Option(metavar=translate(N_("CATATAN.json")), help=translate(N_("Tulis catatan penghitaman."))),
    ] = None,
    decisions: Annotated[
        Path | None,
        typer.Option(
            metavar=translate(N_("KEPUTUSAN.json")),
            help=translate(N_("Terapkan keputusan petugas, bukan usulan.")),
        ),
    ] = None,
    term: Terms = None,
    profile: Profile = DEFAULT,
    grounds_page: Annotated[
        bool,
        typer.Option(
            "--grounds-page",
            help=translate(N_("Tambahkan halaman akhir: dasar dan jumlah bagian yang ditutup (PDF).")),
        ),
    ] = False,
) -> None:
    from terbuka.documents.reader import open_document
    from terbuka.redaction.redact import check_destination
    from terbuka.redaction.redact import redact as write_public_copy

    check_destination(file, out)
    if log:
        _check_log(log, file, out, decisions)

    with _bar() as stage:
        document = open_document(file, on_progress=stage("read"))
        findings = _decided(document, decisions, term or [], profile)
        record = write_public_copy(
            file,
            out,
            findings,
            document=document,
            terms=term or (),
            profile=profile,
            grounds_page=grounds_page,
            stage=stage,
            record=(lambda made: _kept(log, made.to_json())) if log else None,
        )
    typer.echo(
        counted(
            N_("Salinan publik jadi: %(count)s bagian ditutup di %(pages)s halaman, lulus pemeriksaan."),
            len(record.redactions),
        )
        % {"count": len(record.redactions), "pages": record.pages}
    )
    _tell_of_terms(document, term or [])


def _tell_of_terms(document: "Document", terms: list[str]) -> None:
    """A term that was found nowhere hides nothing: mistyped, or written where OCR reads something else."""
    from terbuka.screening.terms import terms_nowhere

    for number in terms_nowhere(document, terms):
        typer.echo(
            translate(
                N_(
                    "Istilah ke-%(number)s tidak ditemukan dalam berkas ini. Periksa ejaannya. Di gambar dan"
                    " hasil pindai mesin dapat salah membacanya: lihat salinannya."
                )
            )
            % {"number": number},
            err=True,
        )


def verify(
    public: Annotated[
        Path, typer.Argument(metavar=translate(N_("SALINAN")), help=translate(N_("Salinan yang diperiksa.")))
    ],
    original: Annotated[
        Path | None, typer.Option(metavar=translate(N_("BERKAS")), help=translate(N_("Berkas asalnya.")))
    ] = None,
    log: Annotated[
        Path | None,
        typer.Option(metavar=translate(N_("CATATAN.json")), help=translate(N_("Catatan penghitamannya."))),
    ] = None,
    term: SoughtTerms = None,
    as_json: Json = False,
) -> None:
    from terbuka.redaction.verify import verify as verify_copy

    with _bar() as stage:
        result = verify_copy(
            public,
            original=original,
            log=(_read_json(log) or {}) if log else None,  # "null" is a broken log, not none
            terms=term or (),
            on_progress=stage("verify"),
        )
    if as_json:
        _print_json(result.to_json())
    else:
        _print_verification(result)
    if not result.passed:
        raise typer.Exit(3)


def _decided(document: "Document", decisions: Path | None, terms: list[str], profile: str) -> list["Finding"]:
    """What to hide: the officer's decisions if given, else what screening proposes; terms in any case."""
    from terbuka.redaction.plan import read_decisions
    from terbuka.screening.screen import screen as screen_document
    from terbuka.screening.terms import find_terms

    if decisions is None:
        return list(screen_document(document, profile=profile, terms=terms).findings)
    return [*read_decisions(_read_json(decisions), document), *find_terms(document, terms, profile=profile)]


def _screening_json(document: "Document", result: "Screening", show_text: bool) -> dict[str, Any]:
    findings = []
    for finding in result.findings:
        row = finding.to_json()
        row["reason"] = translate(finding.reason) % finding.values
        if show_text:
            row["text"] = _text(document, finding)
        findings.append(row)
    return {
        "document": {"format": document.format, "pages": len(document.pages), "sha256": document.sha256},
        "profile": result.profile,
        "findings": findings,
        "warnings": [
            {"message": notice.sentence, "page": notice.page}
            for notice in (*document.notices, *result.notices)
        ],
        "hidden": [{"kind": part.kind, "place": part.place, "page": part.page} for part in document.hidden],
    }


def _print_screening(document: "Document", result: "Screening", show_text: bool) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    console = Console()
    columns = [N_("hal."), N_("baris"), N_("jenis"), N_("usul"), N_("dasar"), N_("yakin"), N_("alasan")]
    table = Table(*(translate(column) for column in columns), box=None, pad_edge=False, header_style="bold")
    if show_text:
        table.add_column(translate(N_("teks")))
    for finding in result.findings:
        cells = [
            str(finding.page),
            _line(document, finding),
            finding.type,
            translate(ACTIONS[finding.action]),
            finding.ground or "–",
            f"{finding.confidence:.0%}",
            translate(finding.reason) % finding.values,
        ]
        shown = [_printable(_text(document, finding))] if show_text else []
        table.add_row(*(escape(cell) for cell in (*cells, *shown)))
    console.print(table)
    for notice in (*document.notices, *result.notices):
        console.print(f"! {notice.sentence}", markup=False)
    hidden = sum(finding.action.hides for finding in result.findings)
    console.print(
        translate(N_("%(hidden)s bagian ditutup, %(kept)s tetap terbuka, %(pages)s halaman."))
        % {"hidden": hidden, "kept": len(result.findings) - hidden, "pages": len(document.pages)}
    )


def _line(document: "Document", finding: "Finding") -> str:
    """The line of its page, or of a file without pages, on which it begins; of a region nobody knows."""
    if finding.start == finding.end:
        return "–"
    return str(document.text.count("\n", document.pages[finding.page - 1].start, finding.start) + 1)


def _text(document: "Document", finding: "Finding") -> str:
    """What the file says there; of a region what its code says, if it is one."""
    where = (finding.page, finding.boxes, finding.start, finding.end)
    if finding.start < finding.end:
        parts = [part.text for part in document.unread if where == (part.page, (), part.start, part.end)]
    else:
        parts = [part.text for part in document.unread if where[:2] == (part.page, (part.box,))]
    return next(filter(None, parts), document.text[finding.start : finding.end])


def _printable(text: str) -> str:
    """Text of a file for the terminal: one line, and no sign by which it could command the terminal."""
    return "".join(character if character.isprintable() else " " for character in text)


def _print_verification(result: "Verification") -> None:
    from terbuka.redaction.wording import check_name, survivors_in_words

    for check in result.checks:
        state = translate(N_("bersih")) if not check.survivors else translate(N_("ADA SISA"))
        typer.echo(f"{check_name(check.name):22} {check.items:8}  {state}")
    for sentence in dict.fromkeys(survivors_in_words(result)):
        typer.echo(f"- {sentence}")
    typer.echo(
        translate(N_("Lulus: tidak ada yang tersisa."))
        if result.passed
        else translate(N_("Tidak lulus: ada yang tersisa. Jangan terbitkan berkas ini."))
    )


@contextmanager
def _bar() -> Iterator[Any]:
    """A progress bar on the terminal's error stream; nothing where there is no terminal."""
    from terbuka.redaction.redact import silent

    if not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import Progress as RichProgress

    with RichProgress(console=Console(stderr=True), transient=True) as progress:
        yield lambda name: _stage(progress, name)


def _stage(progress: "RichProgress", name: str) -> "Progress":
    task = progress.add_task(translate(STAGES[name]), total=None)

    def report(done: int, total: int) -> None:
        progress.update(task, completed=done, total=total)

    return report


def _print_json(data: Any) -> None:
    typer.echo(json.dumps(data, ensure_ascii=False, indent=1))


def _read_json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise TerbukaError(
            N_("Berkas %(name)s tidak ditemukan. Periksa nama dan foldernya."), name=path.name
        ) from error
    except (OSError, ValueError, RecursionError) as error:
        raise TerbukaError(N_("%(name)s tidak terbaca sebagai JSON."), name=path.name) from error


def _check_log(log: Path, *others: Path | None) -> None:
    """The log must not take the place of a file of this very command, and must have a place."""
    from terbuka.redaction.redact import check_destination

    for other in others:
        if other and os.path.realpath(log) == os.path.realpath(other):  # resolve() fails on a link to itself
            raise TerbukaError(N_("Catatan penghitaman tidak boleh menimpa berkas lain. Pilih nama lain."))
    check_destination(None, log)


@contextmanager
def _kept(path: Path, data: Any) -> Iterator[Callable[[], None]]:
    """Whole or not at all; its draft in a folder of its own, so that nothing there is written through. Gives
    what puts it in place."""
    from terbuka.documents.workplace import workplace

    with ExitStack() as stack:
        with _saying(path):
            draft = stack.enter_context(workplace(path.parent, ".terbuka-log-")) / "log"
            draft.touch(mode=0o600)  # it tells how long things are that are hidden
            draft.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

        def keep() -> None:
            with _saying(path):
                draft.replace(path)

        yield keep


@contextmanager
def _saying(path: Path) -> Iterator[None]:
    """What the system refuses in the block is said of ``path``."""
    try:
        yield
    except OSError as error:
        raise TerbukaError(N_("%(name)s tidak dapat ditulis."), name=path.name) from error
