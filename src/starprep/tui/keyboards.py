"""Keyboards that write in another script than the one that starprep's keys are named in."""

import unicodedata

from textual.binding import Binding

from starprep.tui.keys import LIBRARY


def script(character: str | None) -> str | None:
    """Return the script of a letter that no action can have by default, such as `Greek`.

    None for Latin letters, with accents or without, and for what is no letter.
    """
    if not character or not character.isalpha():
        return None
    name = unicodedata.name(character, "").partition(" ")[0]
    return name.capitalize() if name not in ("", "LATIN", "FEMININE", "MASCULINE") else None


def advice(script: str, character: str, settings: str) -> str:
    """Say what to do about a keyboard that writes in `script`; `settings` is the file for keys."""
    return (
        f"Your keyboard writes {script}. Switch it to Latin letters, or give actions their keys in "
        f'{settings}: [keys] "{_EXAMPLE.id}" = "{character}"'
    )


_EXAMPLE = next(each for each in LIBRARY if isinstance(each, Binding) and each.key == "f")
