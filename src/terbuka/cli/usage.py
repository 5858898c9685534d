"""One sentence for a command that was written wrongly; typer would draw a box of five lines, in English."""

from typer.exceptions import TyperException

from terbuka.language import N_, translate

EXIT_STATUS = 2

SENTENCES = {
    "NoSuchOption": N_("Opsi %(name)s tidak dikenal."),
    "BadOptionUsage": N_("Opsi %(name)s memerlukan nilai."),
    "MissingParameter": N_("%(name)s belum disebut."),
    "BadParameter": N_("Nilai untuk %(name)s tidak dapat dipakai."),
}
"""By the kind of the error, whose classes typer keeps to itself."""
OTHERWISE = N_("Perintah tidak dikenal atau tidak lengkap.")
SEE = N_("Lihat '%(command)s --help'.")


def sentence(error: TyperException) -> str:
    """What is wrong with the command, and where its help is."""
    said = translate(SENTENCES.get(type(error).__name__, OTHERWISE)) % {"name": _name(error)}
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "terbuka"
    return f"{said} {translate(SEE) % {'command': command}}"


def _name(error: TyperException) -> str:
    """The option or argument that is meant, as it is written."""
    parameter = getattr(error, "param", None)
    if parameter is None:
        return str(getattr(error, "option_name", ""))
    return str(parameter.metavar if parameter.param_type_name == "argument" else parameter.opts[0])
