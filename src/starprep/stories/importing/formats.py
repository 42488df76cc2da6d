"""Which reader a file's name asks for. Each is imported when it is needed."""

import re
from collections.abc import Iterator
from pathlib import PurePath

from starprep.stories.importing.blocks import Block

_MARKDOWN = re.compile(r"^(?:#{1,6} \S|\s*(?:[-*] )?\*\*\S[^*\n]*\*\*|<details)", re.MULTILINE)
_HTML = re.compile(r"\s*<(?:!doctype|html|head|body|h1|details|div|ul|p)\b", re.IGNORECASE)


def read_blocks(text: str, name: str) -> Iterator[Block]:
    """Yield the blocks of a text, read as its file's name says, or else as it looks.

    Raises:
        data_blocks.BadData: it is called TOML, YAML, JSON or CSV and is not.
    """
    match PurePath(name).suffix.lower():
        case ".md" | ".markdown" | ".mdx" | ".mkd" | ".rmd":
            from starprep.stories.importing.markdown_blocks import read_markdown as read
        case ".html" | ".htm" | ".xhtml":
            from starprep.stories.importing.html_blocks import read_html as read
        case ".org":
            from starprep.stories.importing.org_blocks import read_org as read
        case ".toml":
            from starprep.stories.importing.data_files import read_toml as read
        case ".yaml" | ".yml":
            from starprep.stories.importing.data_files import read_yaml as read
        case ".json" | ".jsonl" | ".ndjson":
            from starprep.stories.importing.data_files import read_json as read
        case ".csv" | ".tsv":
            from starprep.stories.importing.data_files import read_csv as read
        case _:
            if _HTML.match(text):
                from starprep.stories.importing.html_blocks import read_html as read
            elif _MARKDOWN.search(text):
                from starprep.stories.importing.markdown_blocks import read_markdown as read
            else:
                from starprep.stories.importing.text_blocks import read_text as read
    return read(text)
