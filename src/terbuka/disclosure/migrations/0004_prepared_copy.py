"""A copy that waits for the second person is called that: a candidate is what screening finds in a text."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("disclosure", "0003_triggers")]
    operations = [
        migrations.RemoveConstraint("Candidate", name="candidate_file_is_verified"),
        migrations.RenameModel("Candidate", "PreparedCopy"),
        migrations.AlterField(
            "PreparedCopy",
            "case",
            models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="prepared_copy",
                to="disclosure.case",
            ),
        ),
        migrations.AddConstraint(
            "PreparedCopy",
            models.CheckConstraint(
                name="prepared_copy_file_is_verified",
                condition=models.Q(file="")
                | models.Q(passed=True, verified_sha256=models.F("sha256")) & ~models.Q(sha256=""),
            ),
        ),
    ]
