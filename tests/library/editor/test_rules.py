"""Each rule of the editor: what it must find, and what it must leave alone."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from starprep.library.editor import answer_rules, quiz_rules, surrounding_rules
from starprep.library.editor.finding import Finding
from starprep.library.principle import Principle
from starprep.library.problems import key_text
from starprep.library.question import Question
from starprep.library.walkthrough import Walkthrough
from tests.examples import principle_data, put, walkthrough_data

Check = Callable[[Walkthrough], Iterable[Finding]]


def found(rule: Check, **changes: Any) -> list[str]:
    """Return the keys of what `rule` finds in the small walkthrough with `changes` by key."""
    data = walkthrough_data()
    for key, value in changes.items():
        put(data, key, value)
    return [key_text(each.key) for each in rule(Walkthrough.model_validate(data))]


def said(count: int, *more: str) -> str:
    return " ".join(["word"] * count + list(more))


def with_example(part: int, text: str) -> dict[str, Any]:
    return {f"sections[{part}].example": text, f"sections[{part}].signals": [text.split()[0]]}


ACTION = "sections[2].example"


@pytest.mark.parametrize(
    ("count", "wrong"),
    [(59, True), (60, False), (75, False), (78, False), (79, True)],  # of 30 s, which are 75 words
)
def test_pace_allows_four_fifths_of_the_target_to_a_twentieth_over(count: int, wrong: bool) -> None:
    keys = found(answer_rules.pace, **with_example(0, said(count)))
    assert ("sections[0].example" in keys) is wrong


def test_pace_holds_for_each_level_of_the_reflection() -> None:
    keys = found(answer_rules.pace)
    assert keys[-2:] == ["sections[4].examples.sde2", "sections[4].examples.senior"]


def test_pace_says_how_many_words_would_be_right() -> None:
    (finding, *_) = answer_rules.pace(Walkthrough.model_validate(walkthrough_data()))
    assert finding.what == "13 words take 5 s aloud, and its target is 30 s"
    assert finding.fix == "use 60 to 78 words"


@pytest.mark.parametrize(
    "text",
    [
        "I looked. I found it. I fixed it.",
        "I looked. Then it broke. I fixed it.",
        "I'd looked. I've found it. “I see,” I said.",
        "I asked their lead. I was weary. I weighed it.",
    ],
)
def test_an_action_of_i_steps_is_left_alone(text: str) -> None:
    assert found(answer_rules.whose_work, **with_example(2, text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "I looked. Then it broke. The fix was written.",
        "In the morning I looked. After that I found it. I fixed it.",
        "I looked and we found it. I fixed it.",
        "I looked. I said that we'd fix it.",
        "I looked. I told them: we’re late.",
    ],
)
def test_an_action_that_hides_whose_work_it_was_is_found(text: str) -> None:
    assert found(answer_rules.whose_work, **with_example(2, text)) == [ACTION]


def test_we_outside_the_action_is_left_alone() -> None:
    assert found(answer_rules.whose_work, **with_example(0, "We ran a service. We were few.")) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Losses fell from 2% to nothing.", False),
        ("It runs in half the time.", False),
        ("Three teams use it.", False),
        ("Nobody was called that night.", False),
        ("Things got better, and everyone was happy.", True),
        ("It was often praised, and someone thanked me.", True),
    ],
)
def test_a_result_needs_a_number(text: str, wrong: bool) -> None:
    assert bool(found(answer_rules.number, **with_example(3, text))) is wrong


REFLECTION = {
    "sections[4].examples": {"sde2": "", "senior": "I'd scan parcels and losses, each label."}
}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("I learned that a scanner reads no wet label, and parcels get lost.", False),
        ("Labels first: a parcel that no scanner could read is lost.", False),
        ("I learned that communication is important, and to listen to people.", True),
        ("Next time I'd start early, ask my team for feedback and share the plan.", True),
        ("I learned to own the problem and find the right data, and follow up.", True),
    ],
)
def test_a_reflection_names_what_only_this_story_has(text: str, wrong: bool) -> None:
    changes = {
        "sections[4].examples": {"sde2": text, "senior": "A label, a scanner, a parcel: lost."},
        "sections[4].signals": [text.split()[0], "a label"],
    }
    keys = found(answer_rules.own_lesson, **changes)
    assert keys == (["sections[4].examples.sde2"] if wrong else [])


def test_a_strong_reply_that_says_the_answer_again_is_found() -> None:
    again = "I followed fifty parcels and found a label that no scanner could read."
    assert found(surrounding_rules.new_ground, **{"probes[0].strong.reply": again}) == [
        "probes[0].strong.reply"
    ]


def test_a_strong_reply_that_brings_news_is_left_alone() -> None:
    news = "I followed parcels for a fortnight, because the courier's contract expired in June."
    assert found(surrounding_rules.new_ground, **{"probes[0].strong.reply": news}) == []


def test_flags_quote_words_and_name_what_is_missing() -> None:
    assert found(surrounding_rules.flags) == []
    quoted, missing = walkthrough_data()["weak_answer"]["flags"]
    for only in ([quoted], [missing]):
        assert found(surrounding_rules.flags, **{"weak_answer.flags": only}) == [
            "weak_answer.flags"
        ]


def test_a_thin_walkthrough_is_told_what_it_lacks() -> None:
    keys = found(surrounding_rules.amount)
    assert keys == ["probes", "quiz", "quiz", "quiz", "adaptations"]
    levels = walkthrough_data()["levels"]
    assert found(surrounding_rules.amount, levels=levels[1:])[-1] == "levels"


@pytest.mark.parametrize(
    ("changes", "keys"),
    [
        ({"core_signal": None}, [""]),
        ({"is_not": []}, ["is_not"]),
        ({"looks_like": principle_data()["looks_like"] * 2}, ["looks_like"]),
        ({"questions": ["Why?"] * 3}, ["questions"]),
        ({}, []),
    ],
)
def test_a_thin_principle_is_told_what_it_lacks(changes: dict[str, Any], keys: list[str]) -> None:
    full = principle_data(
        looks_like=principle_data()["looks_like"] * 3, questions=["Why?", "When?", "Who?", "Where?"]
    )
    principle = Principle.model_validate(full | changes)
    assert [key_text(each.key) for each in surrounding_rules.principle_amount(principle)] == keys


def question(**changes: Any) -> Question:
    plain = {
        "prompt": "Which line shows the result?",
        "options": ["Losses fell to zero.", "The depot was happy.", "It was late.", "It was big."],
        "answer": 0,
        "explanation": "A figure can be checked. A happy depot is nice, but nobody can measure it.",
        "difficulty": "easy",
    }
    return Question.model_validate(plain | changes)


def of_quiz(*questions: Question) -> Walkthrough:
    asked = [
        each.model_dump(mode="json") | {"prompt": f"{each.prompt} {number}"}
        for number, each in enumerate(questions)
    ]
    return Walkthrough.model_validate(walkthrough_data(quiz=asked))


@pytest.mark.parametrize(
    ("explanation", "wrong"),
    [
        ("A figure can be checked. A happy depot is nice, but it is no result.", False),
        ("Only a loss that fell is a result; happiness isn't, in the depot or out of it.", False),
        ("A figure can be checked, but nothing else can.", True),  # which one tempts?
        ("Losses fell to zero, and that is a result. Not so the others.", True),
        ("A figure can be checked. The depot is happy.", True),  # and what is wrong with that?
    ],
)
def test_an_explanation_says_why_the_tempting_option_is_wrong(
    explanation: str, wrong: bool
) -> None:
    walkthrough = of_quiz(question(explanation=explanation))
    assert bool(list(quiz_rules.explains(walkthrough))) is wrong


def longest(yes: bool, answer: int) -> Question:
    options = ["One two three", "One two four", "One two five", "One two six!!"]
    options[answer] = "One two three four five" if yes else "One two eight"
    return question(options=options, answer=answer)


@pytest.mark.parametrize(("times", "wrong"), [(0, False), (2, False), (3, True), (6, True)])
def test_the_right_option_is_not_the_longest_more_often_than_chance(
    times: int, wrong: bool
) -> None:
    asked = [longest(number < times, number % 4) for number in range(6)]
    tells = [what for what, _ in quiz_rules.tells(asked)]
    assert tells == ([f"the right option is the longest in {times} of 6 questions"] * wrong)


@pytest.mark.parametrize(("times", "wrong"), [(0, False), (2, False), (3, True), (6, True)])
def test_the_right_option_is_not_the_shortest_more_often_than_chance(
    times: int, wrong: bool
) -> None:
    asked = [longest(False, number % 4) for number in range(6)]
    for number in range(times):
        options = list(asked[number].options)
        options[asked[number].answer] = "One"
        asked[number] = question(options=options, answer=asked[number].answer)
    tells = [what for what, _ in quiz_rules.tells(asked)]
    assert tells == ([f"the right option is the shortest in {times} of 6 questions"] * wrong)


@pytest.mark.parametrize(
    ("answers", "wrong"),
    [
        ([0, 1, 2, 3, 0, 1], []),
        ([0, 0, 1, 2, 3, 3], []),
        ([2, 2, 2, 0, 1, 3], ["the right option is options[2] in 3 of 6 questions"]),
    ],
)
def test_the_right_option_does_not_stand_in_one_place_more_often_than_chance(
    answers: list[int], wrong: list[str]
) -> None:
    asked = [longest(False, answer) for answer in answers]
    assert [what for what, _ in quiz_rules.tells(asked)] == wrong


def test_an_option_as_long_as_the_right_one_hides_it() -> None:
    assert not quiz_rules.is_longest(question(options=["One two", "Six ten", "No"], answer=0))
    assert quiz_rules.is_longest(question(options=["One two!", "Six ten", "No"], answer=0))


def test_an_option_that_speaks_of_the_others_is_sent_back() -> None:
    options = ["A depot", "A label", "A courier", "None of these"]
    walkthrough = of_quiz(question(), question(options=options, answer=0))
    (finding,) = quiz_rules.own_options(walkthrough)
    assert key_text(finding.key) == "quiz[1].options[3]"
    assert finding.what == "speaks of the other options"
