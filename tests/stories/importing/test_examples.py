"""The examples in all their shapes are read as their truths say."""

import pytest

from tests.benchmarks.importing import EXAMPLES, principle_names, score

PATHS = sorted(
    path.with_suffix("") for path in EXAMPLES.glob("*.truth.json")
)  # NAME.truth, whatever NAME's own ending is


@pytest.mark.parametrize("name", [path.stem for path in PATHS])
def test_every_story_and_no_other_word_is_found(name: str) -> None:
    (path,) = (each for each in EXAMPLES.glob(f"{name}.*") if not each.name.endswith(".json")
               or each.name == f"{name}.json")  # fmt: skip
    told: list[str] = []
    got = score(path, principle_names(), told)
    assert told == []
    assert got.stories == got.of_stories > 0
    assert got.parts == got.of_parts
