"""Run every check and say what is wrong; exit status 1 where anything is."""

import sys
from pathlib import Path

import django

from terbuka.office.checks import pages, translations, writes

PACKAGE = Path(__file__).resolve().parents[2]


def main(package: Path = PACKAGE) -> int:
    """Print one line per problem; return 0 where there is none."""
    found = [problem for check in (writes, pages, translations) for problem in check.problems(package)]
    for problem in found:
        sys.stdout.write(f"{problem}\n")
    sys.stdout.write(f"{len(found)} problems\n" if found else "The rules of the house are kept.\n")
    return 1 if found else 0


if __name__ == "__main__":
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "terbuka.office.settings")
    django.setup()
    sys.exit(main())
