"""Put the triggers in place anew, as they are now. They have the names that ``office.triggers`` gives."""

from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from terbuka.journal.triggers import install, remove


def _anew(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    remove(schema_editor.connection)
    install(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("journal", "0002_triggers")]
    operations = [migrations.RunPython(_anew, migrations.RunPython.noop)]
