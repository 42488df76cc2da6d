"""The candidate's own text editor, for a story's file."""

import shlex
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path


class EditorTrouble(Exception):
    """There is no editor to open, or it did not end well; the message is for the candidate."""


def editor_command(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return the command in `VISUAL`, or else in `EDITOR`, divided as a shell would.

    Raises:
        EditorTrouble: neither is set, or it cannot be divided.
    """
    for name in ("VISUAL", "EDITOR"):
        if not (said := environ.get(name, "").strip()):
            continue
        try:
            return tuple(shlex.split(said))
        except ValueError as error:
            raise EditorTrouble(f"{name} is {said}, which is no command: {error}.") from None
    raise EditorTrouble("No editor is set. Set EDITOR before you start starprep: export EDITOR=vim")


def edit(path: Path, command: Sequence[str]) -> None:
    """Open the file at `path` and wait until the editor ends.

    Raises:
        EditorTrouble: it could not be started, or ended with an error.
    """
    try:
        done = subprocess.run([*command, str(path)], check=False)  # noqa: S603, the user's own
    except (OSError, ValueError) as error:
        why = (getattr(error, "strerror", None) or str(error)).lower()
        raise EditorTrouble(f"The editor {command[0]} could not be started: {why}.") from None
    if done.returncode:
        raise EditorTrouble(f"The editor {command[0]} ended with status {done.returncode}.")
