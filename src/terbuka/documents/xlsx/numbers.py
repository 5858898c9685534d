"""Numbers as a spreadsheet shows them where Indonesian is spoken: ``1.234,5`` and ``31/12/2024``.

A number is shown in full wherever its format does not cut it: programs show 6,37103E+15 in the cell of an
identity number and all of it in their input line.
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation, localcontext
from functools import lru_cache

from terbuka.documents.xlsx.dates import is_date_number, written_date
from terbuka.documents.xlsx.sections import Section, Token, sections

GENERAL = "General"
SHORT_DATE = "dd/mm/yyyy"
BUILT_IN = {
    0: GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    5: '"Rp"#,##0;-"Rp"#,##0', 6: '"Rp"#,##0;-"Rp"#,##0',
    7: '"Rp"#,##0.00;-"Rp"#,##0.00', 8: '"Rp"#,##0.00;-"Rp"#,##0.00',
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: SHORT_DATE, 15: "dd-mmm-yy", 16: "dd-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "hh:mm", 21: "hh:mm:ss", 22: "dd/mm/yyyy hh:mm",
    37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
    41: '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', 42: '_-"Rp"* #,##0_-;-"Rp"* #,##0_-;_-"Rp"* "-"_-;_-@_-',
    43: '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-',
    44: '_-"Rp"* #,##0.00_-;-"Rp"* #,##0.00_-;_-"Rp"* "-"??_-;_-@_-',
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
    **dict.fromkeys((*range(27, 37), *range(50, 59)), SHORT_DATE),
}  # fmt: skip
"""What the numbers of formats mean that every program knows."""
FIGURES = 15
"""A program shows no more figures of a number that is not whole."""
LARGEST, SMALLEST = 308, -308
"""Powers of ten between which a number of the format can lie."""


def parsed(value: str) -> Decimal | None:
    """The number that a cell holds; None for what is none."""
    try:
        number = Decimal(value.strip())
    except InvalidOperation:
        return None
    if not number.is_finite() or (number and not SMALLEST <= number.adjusted() <= LARGEST):
        return None
    if number == number.to_integral_value():
        return Decimal(int(number))
    with localcontext(prec=FIGURES, rounding=ROUND_HALF_UP):
        return number.normalize()


@lru_cache(maxsize=65536)
def shown(number: Decimal, code: str, since_1904: bool = False) -> str:
    """A number as it is shown with a format; empty where the format shows nothing of it."""
    found = sections(code)
    if len(found) == 1 and not found[0].tokens:
        return general(number)
    section, said = _choose(number, found)
    if section.is_general:
        return "".join(general(said) if t.kind == "general" else _literal(t) for t in section.tokens).strip()
    if section.is_date:
        date = is_date_number(number, since_1904)
        return written_date(number, section, since_1904).strip() if date else general(number)
    if any(token.kind == "digit" for token in section.tokens):
        return _figured(said, section).strip()
    if section.has("@"):
        return general(number)
    return "".join(map(_literal, section.tokens)).strip()


def shown_text(text: str, code: str) -> str:
    """A text as it is shown with a format; empty where the format shows nothing of it."""
    found = sections(code)
    section = found[3] if len(found) > 3 else found[-1]
    if len(found) <= 3 and not section.has("@"):
        return text
    return "".join(text if token.text == "@" else _literal(token) for token in section.tokens)


def general(number: Decimal) -> str:
    """A number without a format."""
    if number and not -10 <= number.adjusted() <= 20:
        mantissa, _, power = f"{number.normalize():E}".partition("E")
        return f"{mantissa.replace('.', ',')}E{power}"
    return f"{number:f}".replace(".", ",")


def _choose(number: Decimal, found: Sequence[Section]) -> tuple[Section, Decimal]:
    """The section for a number, and the number with the sign that it is to be written with."""
    for section in found:
        if section.condition and _holds(number, section.condition):
            return section, number
    if any(section.condition for section in found):
        return next((section for section in found if not section.condition), found[-1]), number
    if number == 0 and len(found) > 2:
        return found[2], number
    if number < 0 and len(found) > 1:
        return found[1], -number
    return found[0], number


def _holds(number: Decimal, condition: str) -> bool:
    sign = condition.rstrip("0123456789.,-+ eE")
    try:
        other = Decimal(condition[len(sign) :].strip())
    except InvalidOperation:
        return False
    comparison = number.compare(other)
    return {
        "<": comparison < 0, ">": comparison > 0, "=": comparison == 0,
        "<=": comparison <= 0, ">=": comparison >= 0, "<>": comparison != 0,
    }.get(sign.strip(), False)  # fmt: skip


def _literal(token: Token) -> str:
    return token.text if token.kind == "literal" else ""


def _figured(number: Decimal, section: Section) -> str:
    """A number in the figures that a section has places for, with what stands between and around them."""
    tokens = section.tokens
    if section.has("/"):
        return general(number)
    if any(token.kind == "exponent" for token in tokens):
        return _with_power(number, tokens)
    first = next(i for i, token in enumerate(tokens) if token.kind == "digit")
    last = max(i for i, token in enumerate(tokens) if token.kind == "digit")
    point = next((i for i, t in enumerate(tokens) if t == ("sign", ".")), len(tokens))
    end = min(point, last + 1)
    commas = [i for i, token in enumerate(tokens) if token == ("sign", ",")]
    scaled = sum(last < i for i in commas if i < len(tokens)) if point == len(tokens) else 0
    percents = sum(token == ("sign", "%") for token in tokens)
    places = sum(token.kind == "digit" for token in tokens[point:])
    value = _rounded(abs(number).scaleb(2 * percents - 3 * scaled), places)
    whole, _, behind = f"{value:f}".partition(".")
    grouped = any(first < i < end for i in commas)
    sign = "-" if number < 0 and value else ""
    return (
        sign
        + _before_point(whole, tokens[:end], grouped)
        + "".join(_literal(token) for token in tokens[end:point])
        + _behind_point(behind, tokens[point:])
        + "%" * percents * all(token != ("sign", "%") for token in tokens[point:])
    )


def _rounded(value: Decimal, places: int) -> Decimal:
    with localcontext(prec=700, rounding=ROUND_HALF_UP):
        return value.quantize(Decimal(1).scaleb(-places))


def _before_point(whole: str, tokens: Sequence[Token], grouped: bool) -> str:
    """The figures before the point, put into their places from the right."""
    made: list[str] = []
    left = "" if whole == "0" else whole
    count = 0
    places = [i for i, token in enumerate(tokens) if token.kind == "digit"]
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        if token.kind != "digit":
            made.append(_literal(token))
            continue
        taken = left[-1:] if index != places[0] else left
        left = left[: len(left) - len(taken)]
        for figure in reversed(taken or {"0": "0", "?": " "}.get(token.text, "")):
            made.append(("." if grouped and count and count % 3 == 0 and figure != " " else "") + figure)
            count += 1
    return "".join(_turned(part) for part in reversed(made))


def _turned(part: str) -> str:
    """A figure before the sign of a group that was put in from the right."""
    return part[1:] + part[0] if len(part) == 2 and part[0] == "." else part


def _behind_point(behind: str, tokens: Sequence[Token]) -> str:
    """The figures behind the point; those of ``#`` go where they are noughts at the end."""
    figures = iter(behind)
    made = [(next(figures), token.text) if token.kind == "digit" else (_sign(token), "") for token in tokens]
    for index in range(len(made) - 1, 0, -1):
        figure, place = made[index]
        if place == "0" or (place and figure != "0"):
            break
        if place:
            made[index] = (" " if place == "?" else "", "")
    return "".join(figure for figure, _ in made)


def _sign(token: Token) -> str:
    return {".": ",", "%": "%"}.get(token.text, "") if token.kind == "sign" else _literal(token)


def _with_power(number: Decimal, tokens: Sequence[Token]) -> str:
    behind = next((i for i, token in enumerate(tokens) if token.kind == "exponent"), 0)
    point = next((i for i, token in enumerate(tokens) if token == ("sign", ".")), behind)
    places = sum(token.kind == "digit" for token in tokens[point:behind])
    mantissa, _, power = f"{number:.{places}E}".partition("E")
    width = sum(token.kind == "digit" for token in tokens[behind:])
    return f"{mantissa.replace('.', ',')}E{power[0]}{power[1:].zfill(width)}"
