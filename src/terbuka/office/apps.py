"""The office as a Django app: loads what desks declare, and checks it at start-up."""

from django.apps import AppConfig
from django.core.checks import register
from django.utils.module_loading import autodiscover_modules


class OfficeConfig(AppConfig):
    """The design system, jobs and stores."""

    name = "terbuka.office"
    label = "office"

    def ready(self) -> None:
        from terbuka.office.workflow import check_workflows

        autodiscover_modules("jobs", "verbs", "workflow")
        register(check_workflows)
