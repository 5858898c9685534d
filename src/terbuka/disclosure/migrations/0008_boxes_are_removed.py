"""A decision may take away a box that somebody drew."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("disclosure", "0007_certified_when_seen")]
    operations = [
        migrations.AlterField(
            "Decision",
            "kind",
            models.CharField(
                max_length=10,
                choices=[
                    ("hide", "hide"),
                    ("keep", "keep"),
                    ("lift", "lift"),
                    ("remove", "remove"),
                    ("undo", "undo"),
                ],
            ),
        )
    ]
