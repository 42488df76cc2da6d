"""The candidate's own editor on a real terminal: it has screen and keys, and gives them back."""

from pathlib import Path

from tests.e2e.conftest import Env, Start

STORY = """\
format = 1
id = "late-train"
question = "Tell me about a time you were late."

[[sections]]
part = "situation"
example = "The train stood still for an hour."
"""
HOME = "\x1b[H"
EDITOR = """\
#!/bin/sh
printf 'Editing; enter ends it. '
read -r word
sed -i "s/$word/early/" "$1"
"""


def test_an_editor_has_the_terminal_until_it_ends(
    start: Start, record: Path, env: Env, tmp_path: Path
) -> None:
    path = record.parent / "walkthroughs" / "late-train.toml"
    path.parent.mkdir(parents=True)
    path.write_text(STORY, encoding="utf-8")
    editor = tmp_path / "editor"
    editor.write_text(EDITOR, encoding="utf-8")
    editor.chmod(0o700)
    env["EDITOR"] = str(editor)
    with start() as terminal:
        terminal.wait_for("New here?")
        terminal.press(HOME)
        terminal.wait_for("e Edit", "you were late")
        terminal.press("e")
        terminal.wait_for("Editing; enter ends it.")
        terminal.press("were late\r")
        terminal.wait_for("you early", "e Edit")
        terminal.press("e")
        terminal.wait_for("Editing; enter ends it.")
        terminal.press("situation\r")
        terminal.wait_for("late-train.toml", "line ", '"early"')
        terminal.press("escape")
        terminal.wait_for("you early", "e Edit", "33 walkthroughs")
        terminal.press("q")
        assert terminal.end() == 0
        assert not terminal.changed()
