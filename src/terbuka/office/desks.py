"""What a desk tells the office about itself: its doors in the navigation, what waits behind them, and what it
has made of the rows of desks to its left, which cannot know of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.apps import AppConfig, apps
from django.utils.functional import Promise

if TYPE_CHECKING:
    from django.db.models import Model

    from terbuka.organisation.models import Account
    from terbuka.organisation.rules import Visitor

Text = str | Promise


@dataclass(frozen=True, slots=True)
class Door:
    """An entry of the navigation. Whoever holds one of ``roles`` anywhere sees it.

    ``label`` and ``purpose`` (one sentence for the first page) are lazy translations;
    ``url_name`` is the name of a view without arguments.
    """

    label: Text
    purpose: Text
    url_name: str
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits for this person: a sentence with its number, and where to do it."""

    sentence: str
    count: int
    url: str


@dataclass(frozen=True, slots=True)
class Use:
    """What a desk has made of a row of another: its name, where it stands (a chip), and its address."""

    name: str
    state: Text
    tone: str
    url: str


class DeskConfig(AppConfig):
    """An app that is a desk.

    ``prefix``: where ``<app>.urls`` stands below ``/kantor/``, as ``"organisasi/"``; empty for none.
    ``public_urls``: a URL module for the public, standing at the root; empty for none.
    """

    prefix = ""
    public_urls = ""
    doors: tuple[Door, ...] = ()

    # Django looks for the one AppConfig in an app's ``apps.py``: the desk's own, not this one.
    default = False

    def __init_subclass__(cls) -> None:
        cls.default = True

    def waiting(self, account: "Account") -> Sequence[Waiting]:
        """What waits for ``account`` at this desk. Empty unless a desk says otherwise."""
        return ()

    def uses(self, row: "Model", account: "Account") -> Sequence[Use]:
        """What this desk has made of ``row``, as far as ``account`` may know. Nothing unless a desk says
        otherwise."""
        return ()

    def tidy(self) -> None:
        """Clear away what killed processes left at this desk: every worker calls it once an hour. Nothing
        unless a desk says otherwise."""


def desks() -> list[DeskConfig]:
    """All desks, in the order of ``INSTALLED_APPS``."""
    return [config for config in apps.get_app_configs() if isinstance(config, DeskConfig)]


def uses_of(row: "Model", account: "Account") -> list[Use]:
    """What any desk has made of ``row``, as far as ``account`` may know."""
    return [use for desk in desks() for use in desk.uses(row, account)]


def doors_for(account: "Visitor") -> list[Door]:
    """The doors that ``account`` may open, in order."""
    from terbuka.organisation.rules import roles_held  # the models are not there while apps load

    held = roles_held(account)
    return [door for desk in desks() for door in desk.doors if door.roles & held]
