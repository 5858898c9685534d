"""The workflows of all desks, drawn for the docs from the tables that rules and pages ask.

``python -m terbuka.office.diagrams > docs/workflows.md`` draws them; a test holds the file to the tables.
"""

import os
import sys

import django
from django.utils import translation

_HEAD = """\
# Workflows

The states of each desk's rows and the steps between them, in the words of the office; in brackets stands who may try a step. A step with a name in English is done by the program or follows from another act, and the roles beside it are those whose work it carries on. A guard may still refuse a step, as four eyes do.

Drawn from each desk's `workflow.py`: `python -m terbuka.office.diagrams > docs/workflows.md`.
"""  # noqa: E501


def drawn() -> str:
    """Every declared workflow, in Markdown with Mermaid and in the language of the source."""
    from terbuka.office.workflow import known_workflows

    with translation.override("id"):
        diagrams = [f"\n## {flow.name}\n\n```mermaid\n{flow.mermaid()}```\n" for flow in known_workflows()]
    return _HEAD + "".join(diagrams)


def main() -> None:
    """The command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "terbuka.office.settings")
    django.setup()
    sys.stdout.write(drawn())


if __name__ == "__main__":
    main()
