"""Acts that several people do at the same moment."""

import threading
from collections.abc import Callable
from typing import Any

from django.db import connection


def both(*acts: Callable[[], Any]) -> list[str]:
    """Do ``acts`` at the same time, each on a connection of its own; the names of what each raised."""
    found: dict[int, str] = {}
    gate = threading.Barrier(len(acts))

    def run(number: int, act: Callable[[], Any]) -> None:
        gate.wait()
        try:
            act()
            found[number] = ""
        except Exception as error:
            found[number] = type(error).__name__
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number, act)) for number, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [found[number] for number in range(len(acts))]
