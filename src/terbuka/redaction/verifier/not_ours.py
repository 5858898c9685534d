"""What ends the reading of a copy of ours that is none: something in it that our writers do not make."""


class NotOurs(Exception):
    """Something that we do not write."""


def hold(condition: bool) -> None:
    """Raise ``NotOurs`` unless it is so."""
    if not condition:
        raise NotOurs
