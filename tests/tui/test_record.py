"""The record: what is wrong with its file is told on the screen, and nothing done is lost.

A newer record is in test_keys_and_settings.
"""

from pathlib import Path

from tests.practice.times import stamper
from tests.tui.driver import WIDE, app_in, inside, kept, press, prose, settle, shown, told, until


async def test_a_record_that_cannot_be_written_is_told_and_held_until_it_can(
    tmp_path: Path,
) -> None:
    in_the_way = tmp_path / "data" / "progress.json.lock"
    in_the_way.mkdir(parents=True)
    app = app_in(tmp_path)
    async with inside(app, "enter 2 down enter space enter 3", WIDE) as pilot:
        await until(pilot, lambda: "could not be written" in told(app), "it says so")
        assert "What you did is held" in told(app)
        assert "Debrief" in shown(app)  # and one can go on
        await press(pilot, "escape")
        assert "single parts only" in prose(app, "#modes")
        in_the_way.rmdir()
        await press(pilot, "3 1")
        assert [event["kind"] for event in kept(app)] == ["drill", "quiz"]


async def test_an_unreadable_record_is_set_aside_and_a_new_one_begun(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "progress.json").write_text('{"format": 1, "events": [{"kind": "drill"}]}')
    app = app_in(tmp_path)
    async with inside(app, "", WIDE) as pilot:
        await until(pilot, lambda: "cannot be read" in told(app), "it says so")
        (aside,) = data.glob("progress.unreadable-*.json")
        assert aside.name in told(app).replace(" ", "")
        assert "Lost parcels" in shown(app)
        await press(pilot, "enter 3 1")
        assert len(kept(app)) == 1
    assert "drill" in aside.read_text()


async def test_another_windows_practice_is_taken_in(tmp_path: Path) -> None:
    first = app_in(tmp_path, stamp=stamper("first"))
    second = app_in(tmp_path, stamp=stamper("second"))
    async with inside(first, "enter") as pilot:
        async with inside(second, "enter 1 escape"):
            pass
        assert "not read yet" in prose(first, "#modes")
        await press(pilot, "3 1 escape")
        await settle(pilot)
        assert "1 of 10 parts read" in prose(first, "#modes")
    assert [event["kind"] for event in kept(first)] == ["learn", "quiz"]
