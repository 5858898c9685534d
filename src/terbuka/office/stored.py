"""The rows that name files of the private store, and the files that no row names."""

from collections.abc import Sequence
from typing import Any, TypeVar

from django.apps import apps
from django.db import models

from terbuka.office.storage import PrivateStorage

# The types that a value of the field is set from and read as, as django-stubs wants them.
_ST = TypeVar("_ST", contravariant=True)
_GT = TypeVar("_GT", covariant=True)


class StoredName(models.CharField[_ST, _GT]):
    """The name of a file in the private store; empty where there is none.

    Every row that keeps such a file names it in a field of this kind: what none names, and whose maker was
    killed, is removed.
    """

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        """To the database it is a text like any other."""
        name, _path, args, options = super().deconstruct()
        return name, "django.db.models.CharField", args, options


def is_named(name: str) -> bool:
    """Does a row name this file of the private store?"""
    return any(
        model._base_manager.filter(**{field.name: name}).exists()
        for model in apps.get_models()
        if model._meta.managed
        for field in model._meta.concrete_fields
        if isinstance(field, StoredName)
    )


def sweep_left() -> None:
    """Remove the files of makers that were killed before any row named them. They may be originals, or what
    was read from one: nobody would find them to delete them with their case."""
    store = PrivateStorage()
    for name in store.left():
        store.settle(name, is_named=is_named(name))
