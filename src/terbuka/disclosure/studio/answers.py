"""How the studio answers: its page, what has just happened, and where the officer goes on."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from terbuka.disclosure import queries, rules, workflow
from terbuka.disclosure.arranging import columns
from terbuka.disclosure.errors import Overtaken
from terbuka.disclosure.models import Case, Decision
from terbuka.disclosure.pictures import WIDTH
from terbuka.disclosure.studio.choosing import Effect
from terbuka.disclosure.studio.drawing import boxes, text_blocks
from terbuka.disclosure.studio.filters import Filter
from terbuka.disclosure.studio.forms import (
    GroundForm,
    LiftForm,
    PassageForm,
    RegionForm,
    TermForm,
)
from terbuka.disclosure.studio.page import StudioPage, landing, studio_page
from terbuka.disclosure.words import standing_word, type_word
from terbuka.errors import TerbukaError
from terbuka.organisation.access import OfficeRequest
from terbuka.organisation.accounts import display_name


def studio_case(request: OfficeRequest, pk: int) -> Case:
    """A case with something to see, or 404."""
    case = get_object_or_404(queries.open_cases(request.user), pk=pk)
    if not case.extract:
        raise Http404
    return case


def for_script(request: OfficeRequest) -> bool:
    """True where the studio's script asks: it needs the page without its shell."""
    return request.headers.get("HX-Request") == "true"


def render_page(
    request: OfficeRequest,
    case: Case,
    number: int,
    *,
    chosen: int | None = None,
    said: str = "",
    refused: bool = False,
) -> HttpResponse:
    """Page ``number`` of the studio; for its script without the shell."""
    if not 1 <= number <= case.pages:
        raise Http404
    shown = studio_page(request.user, case, number, Filter.read(request.GET), chosen=chosen)
    is_open = case.state in workflow.DECIDABLE
    context = {
        "shell": "disclosure/studio/bare.html" if for_script(request) else "office.html",
        "page": shown,
        "case": case,
        "may_decide": is_open and rules.may_decide(request.user, case),
        "may_lift": is_open and rules.may_lift(request.user, case),
        "said": said,
        "refused": refused,
        **_addresses(shown),
        **_drawing(shown, is_preview=request.GET.get("lihat") == "salinan"),
        **_forms(case),
    }
    return render(request, "disclosure/studio/page.html", context)


def _addresses(shown: StudioPage) -> dict[str, object]:
    decide = reverse("disclosure:decide", args=[shown.case.pk, shown.number])
    return {
        "decide_url": f"{decide}{shown.query}",
        "choose": f"{shown.query}&" if shown.query else "?",
        "preview_query": shown.filter.query(lihat="salinan"),
        "types": [(code, type_word(code)) for code in shown.types],
    }


def _drawing(shown: StudioPage, *, is_preview: bool) -> dict[str, object]:
    """Measures as text: a template would write their dots as commas."""
    sheet = shown.sheet
    if not shown.case.has_pictures:
        blocks = text_blocks(sheet, shown.hits)
        return {"is_preview": is_preview, "blocks": blocks, "columns": columns(blocks)}
    return {
        "is_preview": is_preview,
        "boxes": boxes(shown.hits),
        "view_box": f"0 0 {sheet.width:.2f} {sheet.height:.2f}",
        "picture_width": WIDTH,
        "picture_height": round(WIDTH * sheet.height / sheet.width),
    }


def _forms(case: Case) -> dict[str, object]:
    seen = {"seen": case.decisions}
    return {
        "ground_form": GroundForm(initial=seen, prefix="dasar"),
        "lift_form": LiftForm(initial=seen, prefix="kunci"),
        "term_form": TermForm(initial=seen, prefix="istilah"),
        "region_form": RegionForm(initial=seen, prefix="kotak"),
        "passage_form": PassageForm(initial=seen, prefix="teks"),
    }


def answer(
    request: OfficeRequest,
    case: Case,
    number: int,
    said: str,
    *,
    chosen: int | None = None,
    refused: bool = False,
) -> HttpResponse:
    """After an act: to the page as it is now, which says what has happened."""
    if for_script(request):
        case.refresh_from_db()
        return render_page(request, case, number, chosen=chosen, said=said, refused=refused)
    (messages.error if refused else messages.success)(request, said)
    return redirect(address(request, case, number, chosen))


def address(request: OfficeRequest, case: Case, number: int, chosen: int | None = None) -> str:
    """Of a page of the studio under the filter in use, at mark ``chosen``."""
    query = Filter.read(request.GET).query(pilih=chosen or "")
    anchor = f"#m{chosen}" if chosen else ""
    return f"{reverse('disclosure:studio', args=[case.pk, number])}{query}{anchor}"


def whole_number(text: str) -> int | None:
    """What somebody put into the address, if it is a number that could be meant."""
    return int(text) if text.isdecimal() and text.isascii() and len(text) < 10 else None


def pointed_at(request: OfficeRequest) -> int | None:
    """The mark at which the officer is."""
    return whole_number(request.GET.get("pilih", ""))


def landed(request: OfficeRequest, case: Case, number: int, decision: Decision | None) -> int | None:
    """The mark to go to after ``decision`` on what the request shows (``page.landing``)."""
    return landing(case, number, Filter.read(request.GET), decision, pointed_at(request))


def refusal(error: TerbukaError) -> str:
    """Why an act was refused; to who was overtaken also by whom, and what they decided."""
    if not isinstance(error, Overtaken):
        return str(error)
    mark = error.by.case.marks.filter(touched=error.by.number).first()
    return _("%(refusal)s %(who)s: %(what)s.") % {
        "refusal": error,
        "who": display_name(error.by.officer),
        "what": standing_word(mark) if mark else "–",
    }


def happened(name: str, effect: Effect) -> str:
    """What an act has done, also for those who cannot see it: with its number, so that who only hears it can
    tell it from the act before."""
    if effect.decision is None and not (effect.left_out or effect.blocked):
        return _("Sudah begitu; tidak ada yang berubah.")
    parts = _done(name, effect.decision, effect.marks) if effect.decision else []
    if effect.blocked:
        parts.append(
            ngettext(
                "%(count)d terkunci dan tetap ditutup.",
                "%(count)d terkunci dan tetap ditutup.",
                effect.blocked,
            )
            % {"count": effect.blocked}
        )
    if effect.left_out:
        parts.append(
            ngettext(
                "%(count)d tidak diubah karena baru diputuskan petugas lain.",
                "%(count)d tidak diubah karena baru diputuskan petugas lain.",
                effect.left_out,
            )
            % {"count": effect.left_out}
        )
    return " ".join(parts)


def _done(name: str, decision: Decision, count: int) -> list[str]:
    if decision.undoes:
        return [_("Keputusan nomor %(number)d diurungkan.") % {"number": decision.undoes}]
    words = {
        "keep": _("Tetap terbuka."),
        "remove": _("Kotak dihapus. Temuan di bawahnya tidak ikut berubah."),
        "keep-person": _("Tetap terbuka di mana pun."),
        "lift": _("Dibuka dengan alasan Anda."),
    }
    hidden = ngettext("Ditutup di %(count)d tempat.", "Ditutup di %(count)d tempat.", count)
    number = _("Keputusan nomor %(number)d.") % {"number": decision.number}
    return [words.get(name) or hidden % {"count": count}, number]
