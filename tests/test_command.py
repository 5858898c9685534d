"""The command by its package's name, where no script is installed."""

import subprocess
import sys


def test_package_runs_as_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "terbuka", "screen", "--help"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert "terbuka screen" in done.stdout
