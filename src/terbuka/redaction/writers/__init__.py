"""One writer a format. Each builds a fresh file from what may be seen; nothing of the original is copied.

Every writer has ``write(source, destination, plan, report) -> list[Placed]`` and runs in the sandbox.
"""
