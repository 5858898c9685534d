"""What becomes of a form: shown, shown again with what is wrong, done."""

from typing import Any

import pytest
from django import forms
from django.contrib.messages import get_messages
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.test import RequestFactory

from terbuka.errors import TerbukaError
from terbuka.language import N_
from terbuka.office.errors import NotPossible
from terbuka.office.forms import DateField, carry_out, form_page


class NameForm(forms.Form):
    """One field."""

    name = forms.CharField(max_length=5)


def sent(name: str = "Noor") -> NameForm:
    return NameForm(QueryDict(f"name={name}"))


def refuse(form: forms.Form) -> None:
    raise NotPossible(N_("Nama %(name)s sudah ada."), name=form.cleaned_data["name"])


def never(form: forms.Form) -> None:
    raise AssertionError("a form that is not whole was carried out")


def test_form_that_is_whole_is_carried_out() -> None:
    done = carry_out(sent(), lambda form: form.cleaned_data["name"])
    assert done is not None and done.result == "Noor"
    nothing = carry_out(sent(), lambda form: None)
    assert nothing is not None and nothing.result is None


def test_form_that_was_not_sent_or_is_not_whole_is_not_carried_out() -> None:
    assert carry_out(NameForm(), never) is None
    long = sent("Norlaila")
    assert carry_out(long, never) is None and "name" in long.errors


class DayForm(forms.Form):
    """One day."""

    day = DateField(required=False)


@pytest.mark.parametrize("typed", ["", "1600-01-01", "2400-12-31"])
def test_day_that_an_office_can_mean_is_taken(typed: str) -> None:
    assert DayForm({"day": typed}).is_valid()


@pytest.mark.parametrize("typed", ["0001-01-01", "0203-05-12", "1599-12-31", "2401-01-01", "9999-12-31"])
def test_day_with_a_slip_in_its_year_is_said(typed: str) -> None:
    form = DayForm({"day": typed})
    assert form.errors == {"day": ["Tulis tanggal antara tahun 1600 dan 2400."]}


def test_refusal_stands_above_the_form_and_what_was_typed_stays() -> None:
    form = sent()
    assert carry_out(form, refuse) is None
    assert form.non_field_errors() == ["Nama Noor sudah ada."]
    assert form["name"].value() == "Noor"


def test_refusal_is_said_as_the_page_says_it() -> None:
    form, said = sent(), []

    def say(form: forms.Form, error: TerbukaError) -> None:
        said.append(type(error))

    assert carry_out(form, refuse, refused=say) is None
    assert said == [NotPossible] and not form.non_field_errors()


@pytest.mark.parametrize(
    ("error", "where"),
    [
        (ValidationError("Tidak sah."), "__all__"),
        (ValidationError({"name": "Tidak sah."}), "name"),
        (ValidationError({"rank": "Tidak sah."}), "__all__"),
    ],
)
def test_value_that_the_action_refuses_is_said_by_its_field(error: ValidationError, where: str) -> None:
    def refuse(form: forms.Form) -> None:
        raise error

    form = sent()
    assert carry_out(form, refuse) is None
    assert form.errors == {where: ["Tidak sah."]}


def test_what_is_no_refusal_is_not_taken_for_one() -> None:
    with pytest.raises(AssertionError):
        carry_out(sent(), never)


@pytest.fixture
def request_(rf: RequestFactory, db: None) -> Any:
    """A request as the middleware leaves it."""
    from django.contrib.auth.models import AnonymousUser
    from django.contrib.messages.storage.fallback import FallbackStorage

    request = rf.post("/")
    request.user, request.session = AnonymousUser(), {}  # type: ignore[assignment]
    request._messages = FallbackStorage(request)  # type: ignore[attr-defined]
    return request


def test_page_leads_on_when_it_is_done(request_: Any) -> None:
    answer = form_page(
        request_,
        sent(),
        title="Beri nama",
        act=lambda form: form.cleaned_data["name"],
        then=lambda name: f"/orang/{name}/",
        done="Sudah bernama.",
    )
    assert (answer.status_code, answer["Location"]) == (302, "/orang/Noor/")
    assert [str(message) for message in get_messages(request_)] == ["Sudah bernama."]


@pytest.mark.parametrize(
    ("given", "button"), [({}, "Simpan"), ({"danger": True}, "Hapus nama"), ({"button": "Kirim"}, "Kirim")]
)
def test_page_is_shown_again_with_the_refusal(request_: Any, given: dict[str, Any], button: str) -> None:
    answer = form_page(
        request_, sent(), title="Hapus nama", act=refuse, then=lambda done: "/", back="/orang/", **given
    )
    page = answer.content.decode()
    assert answer.status_code == 200 and "Nama Noor sudah ada." in page and 'value="Noor"' in page
    assert f">{button}</button>" in page and 'href="/orang/">Batal</a>' in page
    assert not list(get_messages(request_))
