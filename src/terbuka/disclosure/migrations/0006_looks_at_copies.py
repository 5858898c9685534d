"""A look tells at which file: so far it was always the original."""

from typing import Any

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import OuterRef, Q, Subquery


def _at_the_original(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    case = apps.get_model("disclosure", "Case").objects.filter(pk=OuterRef("case"))
    apps.get_model("disclosure", "Look").objects.update(of=Subquery(case.values("sha256")))


def _only_at_the_original(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    look = apps.get_model("disclosure", "Look")
    case = apps.get_model("disclosure", "Case").objects.filter(pk=OuterRef("case"))
    look.objects.exclude(of=Subquery(case.values("sha256"))).delete()


class Migration(migrations.Migration):
    dependencies = [("disclosure", "0005_triggers_anew")]
    operations = [
        migrations.RemoveConstraint("Look", name="look_once_per_page"),
        migrations.AddField(
            "Look", "of", models.CharField(max_length=64, default=""), preserve_default=False
        ),
        migrations.RunPython(_at_the_original, _only_at_the_original),
        migrations.AddConstraint(
            "Look",
            models.UniqueConstraint(name="look_once_per_page", fields=("case", "officer", "of", "page")),
        ),
        migrations.AddConstraint("Look", models.CheckConstraint(name="look_at_a_file", condition=~Q(of=""))),
    ]
