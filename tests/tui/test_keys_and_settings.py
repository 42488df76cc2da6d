"""Keys: one table, told everywhere, and the candidate's own; settings kept at once."""

import tomllib
from pathlib import Path

import pytest
from textual.binding import Binding

from starprep.tui.keys import SCREENS
from starprep.tui.page import Page
from starprep.tui.widgets.key_bar import KeyBar, bindings_in_force
from tests.practice.times import FakeClock
from tests.tui.driver import (
    NARROW,
    USUAL,
    WEBHOOK,
    Size,
    app_in,
    footer,
    inside,
    press,
    prose,
    shown,
    told,
    until,
)

PATHS = {
    "library": "",
    "overview": "enter",
    "learn": "enter 1",
    "plan": "enter 2",
    "drill": "enter 2 enter",
    "speaking": "enter 2 enter space",
    "review": "enter 2 enter space enter",
    "debrief": "enter 2 down enter space enter 3 enter",
    "probes": "enter 2 end enter",
    "replying": "enter 2 end enter enter",
    "replied": "enter 2 end enter v",
    "quiz": "enter 3",
    "hunt": "enter h",
    "hunting": "enter h enter",
    "hunted": "enter h enter space enter",
    "settings": "comma",
}
places = pytest.mark.parametrize("keys", PATHS.values(), ids=PATHS.keys())


def test_every_key_has_a_name_words_and_a_meaning_and_one_name_is_one_action() -> None:
    known: dict[str, str] = {}
    for bindings in SCREENS.values():
        for binding in bindings:
            assert isinstance(binding, Binding)
            assert binding.id
            assert binding.description
            assert binding.tooltip
            assert known.setdefault(binding.id, binding.action) == binding.action


@places
@pytest.mark.parametrize("size", [NARROW, USUAL], ids=["60x20", "80x24"])
async def test_the_footer_names_as_many_keys_as_there_is_room_for_and_the_way_to_all(
    tmp_path: Path, keys: str, size: Size
) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, keys, size):
        page = app.screen
        assert isinstance(page, Page)
        bar = page.query_one(KeyBar)
        said = footer(app).strip()
        pairs = said.split("   ")
        assert pairs[-1] == "? Help"
        assert pairs[-2] == "esc Back" or keys == ""
        wanted = {
            each.action: f"{app.get_key_display(each)} {page.key_label(each)}"
            for each in reversed(list(bindings_in_force(page)))
            if each.show
        }
        room_left = bar.size.width - len(said)
        assert room_left >= 0
        for pair in set(wanted.values()) - set(pairs):
            assert room_left < 3 + len(pair)


@places
async def test_help_tells_every_key_in_force_and_closes(tmp_path: Path, keys: str) -> None:
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, keys, (100, 60)) as pilot:
        below = app.screen
        meanings = {
            active.binding.tooltip for active in below.active_bindings.values() if active.enabled
        }
        await press(pilot, "question_mark")
        text = " ".join(prose(app).replace("│", " ").split())
        assert "Keys on this screen" in text
        for meaning in meanings - {""}:
            assert " ".join(meaning.split()).casefold() in text.casefold()
        await press(pilot, "escape")
        assert app.screen is below


async def test_keys_of_ones_own_work_and_are_told(tmp_path: Path) -> None:
    settings = '[keys]\n"drill.cue" = "x"\n"overview.level" = "g"\n'
    app = app_in(tmp_path, content=WEBHOOK, settings=settings)
    async with inside(app, "enter", (120, 40)) as pilot:
        assert "g Level" in prose(app)
        await press(pilot, "g 2 down enter x")
        assert "Senior" in shown(app)
        assert "Cue: signals only" in prose(app)
        assert "x Cue" in footer(app)
        await press(pilot, "c")
        assert "Cue: signals only" in prose(app)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('"drill.cu" = "x"', 'keys.drill.cu: is not an action; did you mean "drill.cue"?'),
        ('"drill.cue" = "hyper"', '"hyper" is not a key'),
        ('"drill.cue" = "t"', 'has the key "t", and so has drill.type'),
        ('"drill.cue" = 3', "is not text"),
    ],
)
async def test_a_wrong_key_is_told_with_line_and_name_and_the_default_holds(
    tmp_path: Path, line: str, words: str
) -> None:
    app = app_in(tmp_path, content=WEBHOOK, settings=f"[keys]\n{line}\n")
    async with inside(app, "", (120, 40)) as pilot:
        assert "settings.toml:2:" in told(app).replace(" ", "")
        assert words.replace(" ", "") in told(app).replace(" ", "")
        await press(pilot, "enter 2 down enter c")
        assert "Cue: signals only" in prose(app)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("theme = 'blue'", 'theme: is "blue"'),
        ("bel = true", 'did you mean "bell"?'),
        ("bell = 'yes'", "bell = true or false"),
        ("level = 'sde9'", '"sde9"'),
        ("theme = ", "is not TOML"),
    ],
)
async def test_a_wrong_setting_is_told_and_the_room_opens(
    tmp_path: Path, text: str, words: str
) -> None:
    app = app_in(tmp_path, content=WEBHOOK, settings=text + "\n")
    async with inside(app, "", (120, 40)):
        assert words.replace(" ", "") in told(app).replace(" ", "")
        assert "Webhook drop rate" in shown(app)


async def test_settings_are_saved_at_once_and_comments_stay(tmp_path: Path) -> None:
    text = '# mine\nbell = false # not yet\n\n[keys]\n"drill.cue" = "x" # hm\n'
    app = app_in(tmp_path, content=WEBHOOK, settings=text)
    async with inside(app, "comma enter j enter j enter end enter") as pilot:
        assert footer(app).strip() == "enter Keep   esc Back"
        await press(pilot, "type:slow_down enter")
        assert "slow down" in prose(app)
        written = app.places.settings.read_text()
        assert "# mine" in written
        assert "# not yet" in written
        assert "# hm" in written
        assert tomllib.loads(written) == {
            "theme": "light", "bell": True, "level": "sde1", "reminder": "slow down",
            "keys": {"drill.cue": "x"},
        }  # fmt: skip
        assert app.theme == "starprep-light"
    again = app_in(tmp_path, content=WEBHOOK)
    async with inside(again):
        assert again.theme == "starprep-light"


async def test_a_settings_file_that_is_broken_is_never_overwritten(tmp_path: Path) -> None:
    app = app_in(tmp_path, content=WEBHOOK, settings="theme = [\n")
    async with inside(app, "comma enter", (120, 40)) as pilot:
        await until(pilot, lambda: "left as it is" in told(app), "it says that nothing was saved")
    assert app.places.settings.read_text() == "theme = [\n"


@pytest.mark.parametrize("setting", ["bell = true", "bell = false"])
async def test_the_bell_rings_only_when_it_is_wanted(
    tmp_path: Path, setting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[int] = []
    clock = FakeClock()
    app = app_in(tmp_path, content=WEBHOOK, settings=setting + "\n", clock=clock)
    monkeypatch.setattr(type(app), "bell", lambda self: rung.append(1))
    async with inside(app, "enter 2 down enter space") as pilot:
        clock.advance(25)
        await press(pilot, "space space")
        clock.advance(6)
        await press(pilot, "left right")
    assert bool(rung) is (setting == "bell = true")


async def test_a_newer_record_is_told_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    path = tmp_path / "data" / "progress.json"
    path.write_text('{"format": 9}')
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "", (120, 40)) as pilot:
        assert "newer starprep" in told(app)
        await press(pilot, "enter 3 1")
    assert path.read_text() == '{"format": 9}'


async def test_no_color_leaves_the_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_in(tmp_path, content=WEBHOOK)
    async with inside(app, "enter 2 down enter space enter"):
        assert "[ ] I noticed" in shown(app)
        assert "1 again" in shown(app)
