"""Text without its marks: tags of pages and forums, commands of typesetters, signs for bold and italic.

``Har<b>tini</b>`` is one name to whoever opens it with a program that obeys the marks. The text that comes
out is for the search for terms alone, as tags are only guessed in plain text; every stretch of it knows where
it stands.
"""

import re

from terbuka.screening.visible import Visible, without

_TAGS = (
    r"<!--(?:(?!-->)[^\n]){0,200}-->"
    r"|</?[A-Za-z][^<>\n]{0,200}>"
    r"|\[/?[A-Za-z*]{1,10}(?:=[^\[\]\n]{0,100})?\]"  # of forums
    r"|\\[A-Za-z]{1,20}\{"  # of TeX
)
_TAG = re.compile(_TAGS)
_MARKS = re.compile(
    rf"{_TAGS}"
    r"|[{}]|(?<=[^\W\d_])\\[a-z]{1,8}\d? ?|\\-"  # of TeX and RTF
    r"|(?<=[^\W\d_])[\"'] ?(?:\+|\.|&|\|\|) ?[\"'](?=[^\W\d_])"  # of programs that add strings
    r"|\*{1,3}|_{1,3}|~{1,2}|`{1,3}|\^{1,2}|={2}|\|{2}"  # of what is typed quickly
)
_MAY_BE_MARKS = re.compile(r"[<\[\\{*_~`^=|]|[\"'] ?[+.&]")


def unmarked(text: str) -> Visible:
    """``text`` as a program shows it that obeys its marks."""
    return without(_MARKS, text) if _MAY_BE_MARKS.search(text) else Visible(text)


def without_tags(text: str) -> str:
    """A name without the tags inside of it, which are no words of it."""
    return _TAG.sub("", text)
