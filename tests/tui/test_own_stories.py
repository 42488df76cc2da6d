"""Living with stories of one's own: editing, deleting and bringing back."""

from contextlib import nullcontext
from pathlib import Path

import pytest

from starprep.tui.app import StarprepApp
from tests.tui.driver import app_in, footer, inside, press, prose, shown, told, until

STORY = """\
# mine
format = 1
id = "late-train"
title = "The late train"
question = "Tell me about a time you were late."

[[sections]]
part = "situation"
example = "The train stood still for an hour."
"""


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "walkthroughs" / "late-train.toml"
    path.parent.mkdir(parents=True)
    path.write_text(STORY, encoding="utf-8")
    return path


def editing(app: StarprepApp, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Have a shell script as the editor, to which the file is `$1`."""
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"sh -c '{script}' sh")
    monkeypatch.setattr(app, "suspend", nullcontext)  # the terminal of a test cannot be lent


@pytest.mark.parametrize("opened", ["", "enter"], ids=["in the library", "on the overview"])
async def test_an_edited_story_is_read_again(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch, opened: str
) -> None:
    app = app_in(tmp_path)
    editing(app, monkeypatch, 'sed -i "s/were late/were early/" "$1"')
    async with inside(app, f"home {opened} e") as pilot:
        assert "were early" in prose(app)
        assert "e Edit" in footer(app)
        await press(pilot, "escape end")
        assert "e Edit" not in footer(app)  # a built-in one
    assert path.read_text(encoding="utf-8").startswith("# mine")


async def test_a_story_stays_as_it_was_until_its_file_is_right(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_in(tmp_path)
    editing(app, monkeypatch, 'sed -i "s/situation/situatoin/; s/late train/early train/" "$1"')
    async with inside(app, "home e") as pilot:
        assert "line 8" in prose(app)
        assert '"situatoin"' in prose(app)
        assert "The story stays as it was until its file is mended." in prose(app)
        await press(pilot, "escape")
        assert "The late train" in shown(app)
        assert "Files with problems" in shown(app)
        await press(pilot, "home enter 1")
        assert "The train stood still for an hour." in prose(app)
        await press(pilot, "escape")
        editing(app, monkeypatch, 'sed -i "s/situatoin/situation/" "$1"')
        await press(pilot, "e escape")
        assert "The early train" in shown(app)
        assert "Files with problems" not in shown(app)


async def test_without_an_editor_it_is_told_what_to_set(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    app = app_in(tmp_path)
    async with inside(app, "home e") as pilot:
        assert "export EDITOR=" in told(app)
        monkeypatch.setenv("EDITOR", "vi")
        await press(pilot, "e")
        assert "cannot be opened from here" in told(app)
    assert path.read_text(encoding="utf-8") == STORY


async def test_a_deleted_story_comes_back_as_it_was(tmp_path: Path, path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "home D") as pilot:
        assert "Delete “The late train”?" in prose(app)
        assert "stays in the record" in prose(app)
        assert "enter Delete   esc Keep" in footer(app)
        await press(pilot, "escape")
        assert path.exists()
        await press(pilot, "D enter")
        assert not path.exists()
        assert "u brings it back" in told(app)
        assert app.library.listing("late-train") is None
        await press(pilot, "u")
        assert app.library_screen.story == app.library.listing("late-train")
        assert "u Undo" not in footer(app)
    assert path.read_text(encoding="utf-8") == STORY


async def test_built_in_stories_are_not_deleted(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "home D e u delete"):
        assert app.screen is app.library_screen
        assert "Edit" not in footer(app)


async def test_from_a_gap_to_what_could_be_told_there(tmp_path: Path, path: Path) -> None:
    app = app_in(tmp_path)
    async with inside(app, "c") as pilot:
        assert "The late train" in shown(app, "#matrix")
        assert "None of your stories serves" in prose(app)
        await press(pilot, "down enter")
        assert "What could I tell here?" in prose(app)
        heading = app.library.shelf.principles[1]
        principle = app.library.principle(heading.id)
        assert principle
        assert principle.name in prose(app)
        assert all(question in prose(app) for question in principle.questions)
        await press(pilot, "escape escape")
        assert app.screen is app.library_screen


async def test_the_palette_shows_the_cue_sheet_of_the_story_in_sight(
    tmp_path: Path, path: Path
) -> None:
    app = app_in(tmp_path)
    async with inside(app, "home ctrl+p type:cue_sheet enter"):
        assert "# The late train" in prose(app)
        assert "starprep export late-train -o late-train.md" in prose(app)


NOTES = """\
# The flooded archive

Situation: I kept a paper archive in a cellar.
Task: I had to save it.
Action: I carried ninety boxes upstairs.
Result: Nothing was lost.
"""


async def test_an_import_shows_what_it_found_and_writes_on_enter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "notes.md").write_text(NOTES, encoding="utf-8")
    app = app_in(tmp_path)
    async with inside(app, "ctrl+p type:import_stories enter type:~/none.md enter") as pilot:
        await until(pilot, lambda: "cannot be read: no such file" in prose(app), "the error")
        await press(pilot, "ctrl+u type:~/notes.md enter")
        await until(pilot, lambda: "ninety boxes" in prose(app), "the report")
        assert "Enter writes 1 story" in prose(app)
        assert not app.places.own_walkthroughs.exists()
        await press(pilot, "enter")
        assert app.screen is app.library_screen
        assert app.library_screen.story
        assert app.library_screen.story.title == "The flooded archive"
        assert "Yours" in shown(app)
        await press(pilot, "ctrl+p type:import_stories enter type:~/notes.md enter")
        await until(pilot, lambda: "is there already, the same." in prose(app), "the report")
        assert "Nothing in it is new" in prose(app)
        assert "enter Write" not in footer(app)
        await press(pilot, "escape")
        assert app.screen is app.library_screen
