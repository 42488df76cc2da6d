"""A file's bytes, read as stories."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from starprep.stories.importing.encoding import NotText, decode
from starprep.stories.importing.find_stories import find_stories
from starprep.stories.importing.formats import read_blocks
from starprep.stories.importing.found import FileReading
from starprep.stories.importing.principles import Principles

MOST_BYTES = 32 * 1024 * 1024
"""The largest file that is read: some forty thousand stories."""

LOOKED_FOR = (
    "looked for headings or labels such as Situation, Task, Action, Result, or S: T: A: R:, "
    "or fields of those names"
)
"""What a story is known by, said where there is none."""

_DOCUMENTS = {".docx": "a Word document", ".doc": "a Word document", ".odt": "an OpenDocument text",
              ".pdf": "a PDF", ".rtf": "an RTF document", ".pages": "a Pages document",
              ".xlsx": "a workbook"}  # fmt: skip


class NotStories(Exception):
    """There is no story to be read in a file; the message says why, without the file's name."""


def read_stories(
    data: bytes,
    name: str,
    principles: Mapping[str, str],
    told: Callable[[int], None] = lambda _: None,
) -> FileReading:
    """Read the stories in a file.

    Args:
        data: its bytes.
        name: its name; the ending says which format it is in.
        principles: the names of the principles that there are, by id.
        told: called with the number of stories found so far.

    Raises:
        NotStories: it is empty, too large, no text, not what its ending says, or holds no story.
    """
    if len(data) > MOST_BYTES:
        raise NotStories(f"is larger than {MOST_BYTES // 2**20} MB; import it in pieces")
    try:
        decoded = decode(data)
    except NotText as error:
        raise NotStories(str(error)) from None
    if not decoded.text.strip():
        raise NotStories("is empty")
    ending = next((each for each in _DOCUMENTS if name.lower().endswith(each)), None)
    if ending:
        from starprep.stories.importing.encoding import SAVE_AS

        raise NotStories(f"is called {_DOCUMENTS[ending]}; {SAVE_AS}")
    from starprep.stories.importing.data_blocks import BadData

    try:
        blocks = list(read_blocks(decoded.text, name))
    except BadData as error:
        raise NotStories(str(error)) from None
    found = find_stories(blocks, Principles(principles), told)
    if not found.stories:
        raise NotStories(f"holds nothing that looks like a story; {LOOKED_FOR}")
    return replace(found, notes=decoded.notes)
