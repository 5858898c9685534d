"""What a field may hold that people read."""

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

# With control or direction marks a title can be made to read otherwise than it is stored.
one_line = RegexValidator(
    r"[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]",
    _("Tulis dalam satu baris, tanpa tanda kendali."),
    inverse_match=True,
)
