"""Put the triggers in place anew, as they are now. PostgreSQL refuses TRUNCATE too."""

from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from terbuka.disclosure.triggers import KEPT


def _anew(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    KEPT.remove(schema_editor.connection)
    KEPT.install(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("disclosure", "0004_prepared_copy")]
    operations = [migrations.RunPython(_anew, migrations.RunPython.noop)]
