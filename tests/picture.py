"""Draw the README's picture of the drill: `.venv/bin/python -m tests.picture`.

The app draws itself, with the built-in content, an empty record and a clock that stands at
eighteen seconds, so that the same code always gives the same picture.
"""

import asyncio
import re
import tempfile
from pathlib import Path

from starprep.places import Places, built_in_content
from starprep.practice.mode import Mode, Request
from starprep.tui.app import StarprepApp
from tests.practice.times import FakeClock

PICTURE = Path(__file__).parents[1] / "docs" / "drill.svg"
_REMOTE_FONTS = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


async def draw() -> str:
    """Return the drill as SVG, without the fonts that it would fetch from elsewhere."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        places = Places((built_in_content(),), home / "data", home / "settings.toml")
        clock = FakeClock()
        app = StarprepApp(places, Request(Mode.REHEARSE, "webhook-drop-rate"), clock=clock)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            await pilot.press("c", "space")
            clock.advance(12)
            await pilot.press("space", "space")
            await pilot.pause()
            return _REMOTE_FONTS.sub("", app.export_screenshot(title="starprep"))


if __name__ == "__main__":
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(asyncio.run(draw()), encoding="utf-8")
    print(f"drew {PICTURE.name}")
