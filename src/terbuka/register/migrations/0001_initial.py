# The tables of the register.

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("disclosure", "0001_initial"),
        ("organisation", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Item",
            fields=[
                (
                    "title",
                    models.CharField(
                        max_length=200,
                        validators=[
                            django.core.validators.RegexValidator(
                                "[\\x00-\\x1f\\x7f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]",
                                "Tulis dalam satu baris, tanpa tanda kendali.",
                                inverse_match=True,
                            )
                        ],
                        verbose_name="judul",
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        max_length=2000,
                        validators=[
                            django.core.validators.RegexValidator(
                                "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]",
                                "Tulis tanpa tanda kendali.",
                                inverse_match=True,
                            ),
                            django.core.validators.MaxLengthValidator(2000),
                        ],
                        verbose_name="ringkasan isi",
                    ),
                ),
                (
                    "responsible",
                    models.CharField(
                        max_length=200,
                        validators=[
                            django.core.validators.RegexValidator(
                                "[\\x00-\\x1f\\x7f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]",
                                "Tulis dalam satu baris, tanpa tanda kendali.",
                                inverse_match=True,
                            )
                        ],
                        verbose_name="penanggung jawab",
                    ),
                ),
                (
                    "information_class",
                    models.CharField(
                        choices=[
                            ("periodic", "Berkala"),
                            ("immediate", "Serta-merta"),
                            ("anytime", "Setiap saat"),
                        ],
                        max_length=10,
                        verbose_name="kelas",
                    ),
                ),
                ("made_on", models.DateField(verbose_name="tanggal pembuatan")),
                (
                    "made_in",
                    models.CharField(
                        max_length=120,
                        validators=[
                            django.core.validators.RegexValidator(
                                "[\\x00-\\x1f\\x7f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]",
                                "Tulis dalam satu baris, tanpa tanda kendali.",
                                inverse_match=True,
                            )
                        ],
                        verbose_name="tempat pembuatan",
                    ),
                ),
                (
                    "available_as",
                    models.CharField(
                        choices=[
                            ("softcopy", "Salinan elektronik"),
                            ("hardcopy", "Salinan cetak"),
                            ("both", "Elektronik dan cetak"),
                        ],
                        max_length=10,
                        verbose_name="bentuk yang tersedia",
                    ),
                ),
                (
                    "retention",
                    models.CharField(
                        max_length=200,
                        validators=[
                            django.core.validators.RegexValidator(
                                "[\\x00-\\x1f\\x7f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]",
                                "Tulis dalam satu baris, tanpa tanda kendali.",
                                inverse_match=True,
                            )
                        ],
                        verbose_name="jangka waktu simpan",
                    ),
                ),
                ("period_from", models.DateField(blank=True, null=True, verbose_name="mencakup sejak")),
                ("period_to", models.DateField(blank=True, null=True, verbose_name="mencakup sampai")),
                ("search_text", models.TextField(default="", editable=False)),
                ("number", models.BigAutoField(primary_key=True, serialize=False, verbose_name="nomor")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Draf"), ("published", "Terbit"), ("withdrawn", "Ditarik")],
                        default="draft",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("revision", models.PositiveIntegerField(default=1)),
                ("published_revision", models.PositiveIntegerField(editable=False, null=True)),
                ("changed_at", models.DateTimeField(auto_now=True)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.unit",
                        verbose_name="unit yang menguasai",
                    ),
                ),
            ],
            options={
                "verbose_name": "informasi",
                "verbose_name_plural": "informasi",
                "ordering": ("-number",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        max_length=200,
                        validators=[
                            django.core.validators.RegexValidator(
                                "[\\x00-\\x1f\\x7f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]",
                                "Tulis dalam satu baris, tanpa tanda kendali.",
                                inverse_match=True,
                            )
                        ],
                        verbose_name="judul",
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        max_length=2000,
                        validators=[
                            django.core.validators.RegexValidator(
                                "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]",
                                "Tulis tanpa tanda kendali.",
                                inverse_match=True,
                            ),
                            django.core.validators.MaxLengthValidator(2000),
                        ],
                        verbose_name="ringkasan isi",
                    ),
                ),
                (
                    "responsible",
                    models.CharField(
                        max_length=200,
                        validators=[
                            django.core.validators.RegexValidator(
                                "[\\x00-\\x1f\\x7f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]",
                                "Tulis dalam satu baris, tanpa tanda kendali.",
                                inverse_match=True,
                            )
                        ],
                        verbose_name="penanggung jawab",
                    ),
                ),
                (
                    "information_class",
                    models.CharField(
                        choices=[
                            ("periodic", "Berkala"),
                            ("immediate", "Serta-merta"),
                            ("anytime", "Setiap saat"),
                        ],
                        max_length=10,
                        verbose_name="kelas",
                    ),
                ),
                ("made_on", models.DateField(verbose_name="tanggal pembuatan")),
                (
                    "made_in",
                    models.CharField(
                        max_length=120,
                        validators=[
                            django.core.validators.RegexValidator(
                                "[\\x00-\\x1f\\x7f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]",
                                "Tulis dalam satu baris, tanpa tanda kendali.",
                                inverse_match=True,
                            )
                        ],
                        verbose_name="tempat pembuatan",
                    ),
                ),
                (
                    "available_as",
                    models.CharField(
                        choices=[
                            ("softcopy", "Salinan elektronik"),
                            ("hardcopy", "Salinan cetak"),
                            ("both", "Elektronik dan cetak"),
                        ],
                        max_length=10,
                        verbose_name="bentuk yang tersedia",
                    ),
                ),
                (
                    "retention",
                    models.CharField(
                        max_length=200,
                        validators=[
                            django.core.validators.RegexValidator(
                                "[\\x00-\\x1f\\x7f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]",
                                "Tulis dalam satu baris, tanpa tanda kendali.",
                                inverse_match=True,
                            )
                        ],
                        verbose_name="jangka waktu simpan",
                    ),
                ),
                ("period_from", models.DateField(blank=True, null=True, verbose_name="mencakup sejak")),
                ("period_to", models.DateField(blank=True, null=True, verbose_name="mencakup sampai")),
                ("search_text", models.TextField(default="", editable=False)),
                ("number", models.PositiveIntegerField(verbose_name="edisi")),
                ("revision", models.PositiveIntegerField()),
                (
                    "change_note",
                    models.TextField(
                        blank=True,
                        max_length=500,
                        validators=[
                            django.core.validators.RegexValidator(
                                "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]",
                                "Tulis tanpa tanda kendali.",
                                inverse_match=True,
                            ),
                            django.core.validators.MaxLengthValidator(500),
                        ],
                        verbose_name="catatan perubahan",
                    ),
                ),
                ("published_at", models.DateTimeField(verbose_name="terbit")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="berakhir")),
                (
                    "withdrawn_because",
                    models.TextField(
                        blank=True,
                        max_length=500,
                        validators=[
                            django.core.validators.RegexValidator(
                                "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]",
                                "Tulis tanpa tanda kendali.",
                                inverse_match=True,
                            ),
                            django.core.validators.MaxLengthValidator(500),
                        ],
                        verbose_name="alasan penarikan",
                    ),
                ),
                ("title_stays", models.BooleanField(default=True)),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.unit",
                        verbose_name="unit yang menguasai",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="editions",
                        to="register.item",
                    ),
                ),
            ],
            options={
                "verbose_name": "edisi",
                "verbose_name_plural": "edisi",
                "ordering": ("-id",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        max_length=120,
                        validators=[
                            django.core.validators.RegexValidator(
                                "[\\x00-\\x1f\\x7f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]",
                                "Tulis dalam satu baris, tanpa tanda kendali.",
                                inverse_match=True,
                            )
                        ],
                        verbose_name="nama berkas untuk umum",
                    ),
                ),
                (
                    "copy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="disclosure.publiccopy",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attachments",
                        to="register.item",
                    ),
                ),
            ],
            options={
                "verbose_name": "lampiran",
                "verbose_name_plural": "lampiran",
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="PublicFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("approved_post", models.CharField(max_length=200)),
                (
                    "copy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="disclosure.publiccopy",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="register.edition",
                    ),
                ),
            ],
            options={
                "verbose_name": "berkas publik",
                "verbose_name_plural": "berkas publik",
                "ordering": ("pk",),
            },
        ),
        migrations.AddIndex(
            model_name="item",
            index=models.Index(fields=["unit", "state"], name="item_by_unit_and_state"),
        ),
        migrations.AddConstraint(
            model_name="item",
            constraint=models.CheckConstraint(
                condition=models.Q(("information_class__in", ["periodic", "immediate", "anytime"])),
                name="item_class_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="item",
            constraint=models.CheckConstraint(
                condition=models.Q(("available_as__in", ["softcopy", "hardcopy", "both"])),
                name="item_form_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="item",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("period_from__isnull", True), ("period_to__isnull", True)),
                    models.Q(
                        ("period_from__isnull", False),
                        ("period_to__gte", models.F("period_from")),
                        ("period_to__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="item_period_is_whole",
                violation_error_message="Isi kedua tanggal, dan yang akhir tidak sebelum yang awal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="item",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ("draft", "published", "withdrawn"))),
                name="item_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="item",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("published_revision__isnull", True), ("state", "draft")),
                    models.Q(
                        models.Q(("state", "draft"), _negated=True),
                        ("published_revision__isnull", False),
                        ("published_revision__lte", models.F("revision")),
                    ),
                    _connector="OR",
                ),
                name="item_draft_was_never_public",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(("information_class__in", ["periodic", "immediate", "anytime"])),
                name="edition_class_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(("available_as__in", ["softcopy", "hardcopy", "both"])),
                name="edition_form_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("period_from__isnull", True), ("period_to__isnull", True)),
                    models.Q(
                        ("period_from__isnull", False),
                        ("period_to__gte", models.F("period_from")),
                        ("period_to__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="edition_period_is_whole",
                violation_error_message="Isi kedua tanggal, dan yang akhir tidak sebelum yang awal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.UniqueConstraint(fields=("item", "number"), name="edition_number_once"),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True)),
                fields=("item",),
                name="edition_open_only_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("number", 1), models.Q(("change_note", ""), _negated=True), _connector="OR"
                ),
                name="edition_says_what_changed",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at__isnull", True), ("ended_by__isnull", True)),
                    models.Q(("ended_at__gte", models.F("published_at")), ("ended_by__isnull", False)),
                    _connector="OR",
                ),
                name="edition_ended_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("title_stays", True), ("withdrawn_because", "")),
                    ("ended_at__isnull", False),
                    _connector="OR",
                ),
                name="edition_withdrawn_has_ended",
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.UniqueConstraint(fields=("item", "copy"), name="attachment_once_per_item"),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="attachment_has_a_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="publicfile",
            constraint=models.UniqueConstraint(
                fields=("edition", "copy"), name="public_file_once_per_edition"
            ),
        ),
        migrations.AddConstraint(
            model_name="publicfile",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="public_file_has_a_name"
            ),
        ),
    ]
