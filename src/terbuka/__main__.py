"""``python -m terbuka``: the ``terbuka`` command."""

from terbuka.cli import main

if __name__ == "__main__":  # processes that read files import this module too
    main()
