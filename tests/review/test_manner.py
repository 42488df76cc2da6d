"""How it is said."""

import pytest

from starprep.library.parts import WORDS_PER_MINUTE, Part
from tests.review.heard import BOOK, STEPS, said, serious


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I think it was sort of fixed.", ["I think", "sort of"]),
        ("As far as I know it works.", ["As far as I know"]),
        ("It probably helped.", ["probably"]),
        ("It was a different sort of bug.", ["sort of"]),
        ("It works.", []),
    ],
)
def test_hedges_are_heard(text: str, words: list[str]) -> None:
    assert said("hedge", text) == words


def test_a_few_fillers_are_human_and_many_are_heard() -> None:
    assert said("filler", STEPS + "Basically it worked.") == []
    assert len(said("filler", "So yeah, um, basically I mean it, you know, worked.")) >= 4


@pytest.mark.parametrize(("more", "heard"), [(0, 0), (1, 4)])
def test_fillers_are_counted_by_the_minute_as_it_is_spoken(more: int, heard: int) -> None:
    fillers = "um, " * (BOOK.count("fillers_a_minute") + more)
    rest = WORDS_PER_MINUTE - len(fillers.split())
    assert len(said("filler", fillers + "word " * rest)) == heard


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It always works.", ["always"]),
        ("It was the only option.", ["the only option"]),
        ("Everyone loved the plan.", ["Everyone loved"]),
        ("It never arrived.", []),
        ("It doesn't always work.", []),
    ],
)
def test_absolutes_are_heard(text: str, words: list[str]) -> None:
    assert said("absolute", text) == words


def test_technical_words_are_heard_only_where_they_stand_close() -> None:
    close = "The gRPC sidecar wrote a Kafka payload past the Redis quorum on each Kubernetes pod."
    assert said("jargon", close) == [close[:-1]]
    assert (
        said("jargon", "The webhook failed, because the retry queue dropped it in silence.") == []
    )


def test_a_sentence_longer_than_a_breath_is_heard() -> None:
    assert said("breath", "I " + "looked and " * 20 + "slept.")
    assert said("breath", "I looked. " * 20) == []


@pytest.mark.parametrize(
    "text",
    [
        "The other team was really slow.",
        "They got quite defensive.",
        "Management never listened.",
        "They don't care about quality.",
        "It was their fault.",
        "The vendor dropped the ball.",
    ],
)
def test_judging_others_is_serious(text: str) -> None:
    assert "blame" in serious(text)


@pytest.mark.parametrize(
    "text",
    [
        "The query was slow.",
        "It was not their fault, it was mine.",
        "The other team was small and had a date to keep.",
        'She said "they don\'t care".',
        "The release was slow to build.",
    ],
)
def test_facts_are_no_blame(text: str) -> None:
    assert said("blame", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Nobody could have known.",
        "It couldn't really have been foreseen.",
        "With the information we had at the time it was right.",
        "These things happen.",
        "Nobody was hurt.",
        "It wasn't really my fault.",
    ],
)
def test_making_a_failure_smaller_is_serious(text: str) -> None:
    assert "excuse" in serious(text)


def test_one_slip_in_an_answer_of_ones_own_steps_weighs_little() -> None:
    assert serious(STEPS + "The other team was slow.") == set()
    assert "blame" in serious(STEPS + "The other team was slow. Management never listened.")


@pytest.mark.parametrize(
    "text",
    [
        "I'm a big believer in tests.",
        "I've always been curious.",
        "I'm passionate about quality.",
        "I drove that initiative.",
        "I went above and beyond.",
    ],
)
def test_a_trait_in_place_of_a_deed_is_heard(text: str) -> None:
    assert said("boast", text)


def test_driving_a_car_is_no_boast() -> None:
    assert said("boast", "I drove to the depot at four.") == []


def test_nothing_is_said_of_nothing() -> None:
    for part in (*Part, None):
        assert serious("", part) == set()
        assert serious(" \n", part) == set()
        assert serious("...", part) == set()
