"""No certificate without a look of the approver at each page of the copy."""

from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from terbuka.disclosure.triggers import KEPT, SEEN


def _install(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    SEEN.install(schema_editor.connection)


def _remove(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    SEEN.remove(schema_editor.connection)
    KEPT.install(schema_editor.connection)  # SQLite knows a trigger by its table alone


class Migration(migrations.Migration):
    dependencies = [("disclosure", "0006_looks_at_copies")]
    operations = [migrations.RunPython(_install, _remove)]
