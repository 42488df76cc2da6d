"""Keyboards in another script: noticed once, and told what to do."""

from pathlib import Path

import pytest

from starprep.tui.keyboards import script
from tests.tui.driver import app_in, inside, press, shown, told


@pytest.mark.parametrize(
    ("character", "found"),
    [
        ("й", "Cyrillic"),
        ("Ω", "Greek"),
        ("ש", "Hebrew"),
        ("ع", "Arabic"),
        ("q", None),
        ("é", None),
        ("ß", None),
        ("ª", None),
        ("1", None),
        ("/", None),
        (" ", None),
        ("", None),
        (None, None),
    ],
)
def test_only_letters_of_another_script_tell_it(character: str | None, found: str | None) -> None:
    assert script(character) == found


@pytest.mark.parametrize("keys", ["", "enter", "enter 1", "enter 2 enter", "comma"])
async def test_a_key_that_does_nothing_is_explained_once(tmp_path: Path, keys: str) -> None:
    app = app_in(tmp_path)
    async with inside(app, keys) as pilot:
        await press(pilot, "ц")
        assert "Your keyboard writes Cyrillic." in told(app)
        assert '[keys] "library.narrow" = "ц"' in told(app)
        app.clear_notifications()
        await press(pilot, "у к")
        assert told(app) == ""


async def test_who_types_or_has_such_a_key_is_not_told(tmp_path: Path) -> None:
    app = app_in(tmp_path, settings='[keys]\n"library.group" = "ц"\n')
    async with inside(app, "ц") as pilot:
        assert "by level" in shown(app)
        await press(pilot, "slash type:привет")
        assert "привет" in shown(app, "#search")
        await press(pilot, "escape é 7")
        assert told(app) == ""
