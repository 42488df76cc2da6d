"""Choosing the questions of a test: balance, order, what comes first."""

from collections import Counter
from datetime import timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from starprep.library.key import Key
from starprep.practice.selection import DIFFICULTIES, LENGTH, Item, select
from starprep.record.events import QuizEvent
from starprep.record.history import History, histories
from tests.practice.times import START
from tests.record.happened import quiz


def item(walkthrough: str, principle: str, prompt: str, difficulty: str) -> Item:
    return Item(walkthrough, principle, Key(None, prompt, ""), difficulty)


def items(walkthrough: str, principle: str = "ownership", each: int = 4) -> list[Item]:
    return [
        item(walkthrough, principle, f"{walkthrough} {difficulty} {number}", difficulty)
        for difficulty in DIFFICULTIES
        for number in range(each)
    ]


def answered(prompt: str, *, correct: bool, days: int = 0, round: int = 1) -> QuizEvent:
    return quiz(
        id=f"{prompt} {days} {round}",
        walkthrough=prompt.split()[0],
        prompt=prompt,
        correct=correct,
        round=round,
        time=START + timedelta(days=days),
    )


def record(*events: QuizEvent) -> dict[str, History]:
    return histories(events)


def test_ten_questions_easy_to_hard_and_balanced() -> None:
    selected = select(items("a") + items("b"), {}, Random(1))
    assert [item.difficulty for item in selected] == ["easy"] * 3 + ["medium"] * 4 + ["hard"] * 3
    assert len(set(selected)) == LENGTH


def test_the_questions_are_spread_over_walkthroughs_and_principles() -> None:
    pool = [
        item
        for principle in ("ownership", "dive-deep")
        for name in "abcde"
        for item in items(f"{principle}-{name}", principle)
    ]
    selected = select(pool, {}, Random(1))
    assert Counter(item.principle for item in selected) == {"ownership": 5, "dive-deep": 5}
    assert len({item.walkthrough for item in selected}) == 10


def test_what_is_new_or_was_missed_comes_before_what_is_known() -> None:
    pool = items("a", each=5)
    prompts = [item.key.words for item in pool]
    known = record(*(answered(each, correct=not each.endswith("4")) for each in prompts))
    known_b = select([*pool, *items("b", each=1)], known, Random(3))
    first = [item.key.words for item in known_b if not item.key.words.startswith("a")]
    assert len(first) == 3  # each of the new ones
    assert {"a easy 4", "a medium 4", "a hard 4"} <= {item.key.words for item in known_b}


def test_the_latest_answer_of_a_first_round_counts() -> None:
    pool = [item("a", "ownership", f"a {name}", "easy") for name in ("one", "two", "three")]
    known = record(
        answered("a one", correct=False),
        answered("a one", correct=True, days=1),
        answered("a two", correct=True),
        answered("a two", correct=False, days=1),
        answered("a three", correct=False),
        answered("a three", correct=True, round=2),  # the second try says little
    )
    chosen = {item.key.words for item in select(pool, known, Random(1), length=2)}
    assert chosen == {"a two", "a three"}


def test_of_known_questions_the_one_not_seen_for_longest_comes_first() -> None:
    pool = [item("a", "ownership", f"a {days}", "easy") for days in range(5)]
    known = record(*(answered(f"a {days}", correct=True, days=days) for days in range(5)))
    selected = select(pool, known, Random(1), length=2)
    assert [item.key.words for item in selected] == ["a 0", "a 1"]


def test_a_question_is_known_by_its_id_and_when_it_was_reworded() -> None:
    named = [Item("a", "ownership", Key(f"q-{n}", f"Anew {n}", ""), "easy") for n in range(3)]
    right = quiz(walkthrough="a", item="q-1", prompt="As it was", correct=True)
    chosen = select(named, record(right), Random(1), length=2)
    assert {each.key.id for each in chosen} == {"q-0", "q-2"}
    unnamed = [Item("a", "ownership", Key(None, f"Anew {n}", f"So {n}"), "easy") for n in range(3)]
    right = quiz(walkthrough="a", prompt="As it was", place=1, answer="So 1", correct=True)
    chosen = select(unnamed, record(right), Random(1), length=2)
    assert {each.key.words for each in chosen} == {"Anew 0", "Anew 2"}


def test_another_chance_gives_another_selection() -> None:
    pool = items("a") + items("b") + items("c")
    selections = {tuple(select(pool, {}, Random(seed))) for seed in range(8)}
    assert len(selections) == 8
    assert select(pool, {}, Random(1)) == select(pool, {}, Random(1))


def test_what_one_difficulty_lacks_the_others_give() -> None:
    pool = [item("a", "ownership", f"a {n}", "hard") for n in range(8)]
    pool.append(item("a", "ownership", "a one", "easy"))
    selected = select(pool, {}, Random(1))
    assert [item.difficulty for item in selected] == ["easy"] + ["hard"] * 8


@given(
    st.lists(
        st.builds(
            item,
            st.sampled_from("abc"),
            st.sampled_from("xy"),
            st.text(max_size=3),
            st.sampled_from(DIFFICULTIES),
        ),
        unique=True,
        max_size=30,
    ),
    st.integers(),
    st.integers(0, 12),
)
def test_a_selection_is_always_full_ordered_and_as_even_as_it_can_be(
    pool: list[Item], seed: int, length: int
) -> None:
    selected = select(pool, {}, Random(seed), length)
    assert len(selected) == min(length, len(pool))
    assert len(set(selected)) == len(selected)
    assert set(selected) <= set(pool)
    assert selected == sorted(selected, key=lambda item: DIFFICULTIES.index(item.difficulty))
    counts = Counter(item.difficulty for item in selected)
    there = Counter(item.difficulty for item in pool)
    for one in DIFFICULTIES:
        for other in DIFFICULTIES:
            assert counts[one] >= counts[other] - 1 or counts[one] == there[one]
