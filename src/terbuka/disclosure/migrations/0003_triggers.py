"""Put the triggers in place that keep decisions and certified copies as they are. SQLite loses the triggers of a
table that a later migration makes anew: such a one puts them in place again."""

from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from terbuka.disclosure.triggers import KEPT


def _install(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    KEPT.install(schema_editor.connection)


def _remove(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    KEPT.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("disclosure", "0002_undo_names_its_decision")]
    operations = [migrations.RunPython(_install, _remove)]
