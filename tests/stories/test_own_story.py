"""A story of one's own in its file: never half a story, and nothing else is touched."""

import stat
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starprep.library.parts import Part
from starprep.library.reading import read_walkthrough
from starprep.library.walkthrough import Walkthrough
from starprep.stories.own_story import OwnStory, StoryUnreadable, delete, free_id, restore

QUESTION = "Tell me about a time you failed."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of own stories, not there yet."""
    return tmp_path / "data" / "walkthroughs"


def read(story: OwnStory) -> Walkthrough:
    found = read_walkthrough(story.path, ["ownership"])
    assert found.value is not None, found.problems
    return found.value


def test_a_story_is_in_the_library_from_its_first_text_on(folder: Path) -> None:
    story = OwnStory.begin(folder, QUESTION, "ownership", "The night it went down")
    assert (story.id, story.save(), folder.exists()) == ("the-night-it-went-down", False, False)
    story.write(Part.ACTION, "I rolled it back.\n\nI wrote the test.")
    assert story.save()
    assert stat.S_IMODE(story.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    found = read(story)
    assert (found.title, found.question, found.principle, found.lengths) == (
        "The night it went down", QUESTION, "ownership", (60, 120, 180),
    )  # fmt: skip
    assert found.parts == (Part.ACTION,)
    assert (story.written, story.next_part) == ((Part.ACTION,), Part.SITUATION)


def test_parts_stand_in_their_order_whenever_they_are_written(folder: Path) -> None:
    story = OwnStory.begin(folder, QUESTION)
    for part in (Part.RESULT, Part.SITUATION, Part.REFLECTION, Part.ACTION, Part.TASK):
        story.write(part, f"What I say of the {part}.")
        story.save()
        story = OwnStory.open(story.path)
    assert read(story).parts == tuple(Part)
    assert story.next_part is None
    story.write(Part.TASK, "")
    story.save()
    assert read(story).parts == tuple(part for part in Part if part is not Part.TASK)


def test_the_last_text_cannot_be_taken_from_the_file(folder: Path) -> None:
    story = OwnStory.begin(folder, QUESTION)
    story.write(Part.TASK, "Mine.")
    story.save()
    story.write(Part.TASK, " \n ")
    assert not story.save()
    assert read(story).section(Part.TASK).example == "Mine."


def test_signals_go_with_their_words(folder: Path) -> None:
    story = OwnStory.begin(folder, QUESTION)
    story.write(Part.RESULT, "It fell from 2% to zero. It saved 40 calls a week.")
    story.mark(Part.RESULT, ["from 2% to zero", "40 calls a week", "40 calls a week"])
    story.save()
    assert read(story).section(Part.RESULT).signals == ("from 2% to zero", "40 calls a week")
    story.write(Part.RESULT, "It saved 40 calls a week.")
    assert story.signals(Part.RESULT) == ("40 calls a week",)
    story.write(Part.RESULT, "Nobody called.")
    story.save()
    assert read(story).section(Part.RESULT).signals == ()


BY_HAND = """# my notes, do not lose
format = 1
id = "by-hand"   # the file's name
question = "Why?"

[[sections]]
part = "task"
example = "Mine."  # say it slowly
signals = ["Mine"]

# the end, by level
[[sections]]
part = "reflection"
[sections.examples]
senior = "What I learned."
"""


def test_what_stands_beside_a_change_stays_comments_and_order_too(folder: Path) -> None:
    folder.mkdir(parents=True)
    path = folder / "by-hand.toml"
    path.write_text(BY_HAND)
    story = OwnStory.open(path)
    assert story.text(Part.REFLECTION) == "What I learned."
    story.save()
    assert path.read_text() == BY_HAND
    story.write(Part.REFLECTION, "What I now do.")
    story.save()
    assert path.read_text() == BY_HAND.replace("What I learned.", "What I now do.")
    story.write(Part.ACTION, "I did it.")
    story.principle = "ownership"
    story.question = "Why not?"
    story.save()
    text = path.read_text()
    for kept in ("# my notes, do not lose", "# the file's name", "# say it slowly", "# the end"):
        assert kept in text
    assert read(story).parts == (Part.TASK, Part.ACTION, Part.REFLECTION)


def test_a_file_that_is_no_toml_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    path.write_text("id = ")
    with pytest.raises(StoryUnreadable, match="is not TOML"):
        OwnStory.open(path)
    assert path.read_text() == "id = "


TEXTS = st.text(max_size=60)


@given(st.dictionaries(st.sampled_from(Part), TEXTS), TEXTS.filter(str.strip))
def test_whatever_is_typed_the_file_is_sound(
    tmp_path_factory: pytest.TempPathFactory, texts: dict[Part, str], question: str
) -> None:
    folder = tmp_path_factory.mktemp("own")
    story = OwnStory.begin(folder, f"Why {question}")
    for part, text in texts.items():
        story.write(part, text)
    if story.save():
        assert read(story).parts == story.written
        again = OwnStory.open(story.path)
        assert [again.text(part) for part in Part] == [story.text(part) for part in Part]
        assert tomllib.loads(story.path.read_text(encoding="utf-8"))["id"] == story.id


def test_an_id_is_made_from_words_and_taken_by_nobody(folder: Path) -> None:
    assert free_id(folder, "Élan & the 3 Crashes!") == "elan-the-3-crashes"
    assert free_id(folder, "…") == "my-story"
    assert len(free_id(folder, "word " * 40)) <= 48
    folder.mkdir(parents=True)
    (folder / "my-story.toml").touch()
    assert free_id(folder, "My story") == "my-story-2"


def test_a_deleted_story_can_be_brought_back_unless_its_place_is_taken(folder: Path) -> None:
    story = OwnStory.begin(folder, QUESTION)
    story.write(Part.TASK, "Mine.")
    story.save()
    deleted = delete(story.path)
    assert not story.path.exists()
    restore(deleted, story.path)
    assert read(story).parts == (Part.TASK,)
    first = delete(story.path)
    story.save()
    second = delete(story.path)
    assert first != second
    story.save()
    with pytest.raises(FileExistsError):
        restore(second, story.path)


def test_what_an_editor_changes_meanwhile_stays_beside_what_is_written_here(folder: Path) -> None:
    story = OwnStory.begin(folder, QUESTION)
    story.write(Part.ACTION, "I rolled it back.")
    story.save()
    edited = (
        story.path.read_text() + '\n[[sections]]\npart = "result"\nexample = "It held."  # so far\n'
    )
    story.path.write_text(edited)
    story.write(Part.ACTION, "I rolled it back at once.")
    story.save()
    assert "# so far" in story.path.read_text()
    assert (story.text(Part.ACTION), story.text(Part.RESULT)) == (
        "I rolled it back at once.", "It held.",
    )  # fmt: skip
    story.path.write_text("[[")
    story.write(Part.TASK, "It was mine.")
    with pytest.raises(StoryUnreadable):
        story.save()
    assert story.path.read_text() == "[["


def test_a_new_story_whose_name_another_window_took_gets_another(folder: Path) -> None:
    first, second = (OwnStory.begin(folder, QUESTION) for _ in range(2))
    first.write(Part.ACTION, "I did one thing.")
    second.write(Part.ACTION, "I did another.")
    assert first.save()
    assert second.save()
    assert (read(first).id, read(second).id) == (first.id, f"{first.id}-2")
