from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starprep.library.question import Question
from starprep.library.walkthrough import Walkthrough
from starprep.practice.quiz import Answered, Card, Posed, Quiz, questions_of
from tests.examples import walkthrough_data
from tests.practice.times import START, stamper


def question(name: str, options: int = 4, answer: int = 0) -> Question:
    return Question.model_validate(
        {
            "prompt": name,
            "options": [f"{name} says {number}" for number in range(options)],
            "answer": answer,
            "explanation": "So it is.",
            "difficulty": "hard",
        }
    )


def posed(walkthrough: str, questions: Iterable[Question]) -> list[Posed]:
    return [Posed(walkthrough, place, each) for place, each in enumerate(questions)]


def quiz_of(*names: str, seed: int = 7) -> Quiz:
    questions = [question(name, answer=2) for name in names]
    return Quiz(posed("lost-parcels", questions), seed, stamper())


def table(quiz: Quiz) -> Card:
    assert quiz.card is not None
    return quiz.card


def choose(quiz: Quiz, *, right: bool) -> Answered:
    card = table(quiz)
    shown = card.right if right else (card.right + 1) % len(card.options)
    return quiz.answer(shown)[0]


QUESTIONS = st.lists(
    st.integers(2, 6).flatmap(lambda many: st.tuples(st.just(many), st.integers(0, many - 1))),
    max_size=6,
).map(lambda made: [question(f"Q{n}", *each) for n, each in enumerate(made)])


@given(QUESTIONS, st.integers())
def test_the_same_seed_shows_the_same_order_every_time(
    questions: list[Question], seed: int
) -> None:
    one, other = (Quiz(posed("story", questions), seed, stamper()) for _ in "ab")
    for right in [False] * len(questions) + [True] * len(questions):
        assert table(one).options == table(other).options
        choose(one, right=right)
        choose(other, right=right)


def test_another_seed_and_another_round_show_other_orders() -> None:
    quizzes = [quiz_of("A", "B", "C", "D", seed=seed) for seed in range(20)]
    assert len({table(quiz).order for quiz in quizzes}) > 5
    first = [table(quiz).order for quiz in quizzes]
    for quiz in quizzes:
        for right in (False, True, True, True):
            choose(quiz, right=right)
    assert [table(quiz).order for quiz in quizzes] != first


def test_a_seed_kept_in_the_record_gives_its_order_on_every_machine() -> None:
    assert table(quiz_of("A", seed=7)).order == (3, 2, 0, 1)


@given(QUESTIONS, st.integers())
def test_every_option_is_shown_once_and_right_is_where_the_answer_stands(
    questions: list[Question], seed: int
) -> None:
    quiz = Quiz(posed("story", questions), seed, stamper())
    for each in questions:
        card = table(quiz)
        assert sorted(card.options) == sorted(each.options)
        assert card.options[card.right] == each.options[each.answer]
        choose(quiz, right=True)
    assert quiz.card is None


def test_questions_come_in_the_order_given_and_missed_ones_again_after_all_the_others() -> None:
    quiz = quiz_of("A", "B", "C")
    asked = []
    for right in (False, True, False, False, True, True):
        asked.append((table(quiz).question.prompt, table(quiz).round))
        choose(quiz, right=right)
    assert asked == [("A", 1), ("B", 1), ("C", 1), ("A", 2), ("C", 2), ("A", 3)]
    assert quiz.card is None


def test_position_counts_within_the_round_on_the_table() -> None:
    quiz = quiz_of("A", "B", "C")
    seen = []
    for right in (False, True, False, False, True, True):
        seen.append((quiz.position, quiz.in_round))
        choose(quiz, right=right)
    assert seen == [(1, 3), (2, 3), (3, 3), (1, 2), (2, 2), (1, 1)]
    assert quiz.in_round == quiz.count == 3


def test_the_first_round_is_the_result() -> None:
    quiz = quiz_of("A", "B", "C")
    for right in (False, True, False, True, True):
        choose(quiz, right=right)
    assert [answer.correct for answer in quiz.first_answers] == [False, True, False]
    assert [each.card.question.prompt for each in quiz.missed] == ["A", "C"]
    assert len(quiz.answers) == 5


def test_the_missed_ones_make_a_quiz_of_their_own_whose_rounds_count_on() -> None:
    quiz = quiz_of("A", "B", "C", seed=11)
    for right in (False, True, False, True, False, True):
        choose(quiz, right=right)
    again = quiz.again()
    assert (again.count, again.seed, again.over) == (2, 11, quiz.over)
    told = []
    while card := again.card:
        told.append((card.question.prompt, card.round, again.position, again.in_round))
        choose(again, right=card.round > 4)
    assert told == [("A", 4, 1, 2), ("C", 4, 2, 2), ("A", 5, 1, 2), ("C", 5, 2, 2)]
    assert [answer.card.question.prompt for answer in again.first_answers] == ["A", "C"]
    assert [answer.card.question.prompt for answer in again.missed] == ["A", "C"]
    assert table(again.again()).round == 6
    assert len(quiz.answers) == 6  # it is over, and stays what it was


def test_of_a_quiz_without_a_miss_nothing_is_asked_again() -> None:
    quiz = quiz_of("A")
    choose(quiz, right=True)
    assert quiz.again().card is None


def ordered(*options: str) -> set[tuple[str, ...]]:
    """Return the orders in which options are shown, over many seeds."""
    asked = question("A").model_copy(update={"options": options})
    return {table(Quiz([Posed("story", 0, asked)], n, stamper())).options for n in range(50)}


@pytest.mark.parametrize("place", range(4))
def test_an_option_that_speaks_of_the_others_keeps_its_place(place: int) -> None:
    options = ["One thing", "Another", "A third thing"]
    options.insert(place, "None of these")
    orders = ordered(*options)
    assert len(orders) == 6
    assert {order.index("None of these") for order in orders} == {place}


@pytest.mark.parametrize("speaking", ["Both of the first", "A and C", "1 and 3", "All the below"])
def test_where_one_names_the_places_of_others_all_keep_theirs(speaking: str) -> None:
    options = ("One thing", "Another", "More", speaking)
    assert ordered(*options) == {options}


def test_all_of_the_above_means_all_others_only_where_it_is_the_last() -> None:
    assert len(ordered("One thing", "Another", "More", "All of the above")) == 6
    assert len(ordered("One thing", "Another", "All of the above", "More")) == 1


@pytest.mark.parametrize("right", [True, False])
def test_what_is_recorded_of_an_answer(right: bool) -> None:
    quiz = quiz_of("A", "B", seed=11)
    choose(quiz, right=False)
    choose(quiz, right=True)
    card = table(quiz)
    shown = card.right if right else card.right - 1
    answer, event = quiz.answer(shown)
    assert (answer.card, answer.chosen, answer.correct) == (card, shown, right)
    chosen = card.question.options[event.chosen]
    assert chosen == card.options[shown]
    kept = event.model_dump()
    assert kept.pop("chosen") == card.order[shown]
    assert kept.pop("time") > START
    assert kept == {
        "id": "id-3",
        "walkthrough": "lost-parcels",
        "item": None,
        "place": 0,
        "answer": "A says 2",
        "over": "story",
        "kind": "quiz",
        "prompt": "A",
        "difficulty": "hard",
        "seed": 11,
        "round": 2,
        "correct": right,
    }


@pytest.mark.parametrize("chosen", [-5, -4, -1, 4, 99])
def test_an_option_that_is_not_shown_is_refused_and_loses_nothing(chosen: int) -> None:
    quiz = quiz_of("A", "B")
    card = table(quiz)
    with pytest.raises(IndexError):
        quiz.answer(chosen)
    assert quiz.card is card
    assert (quiz.answers, quiz.position) == ([], 1)


@pytest.mark.parametrize("names", [(), ("A",)])
def test_a_quiz_that_is_over_takes_no_answer(names: tuple[str, ...]) -> None:
    quiz = quiz_of(*names)
    while quiz.card:
        choose(quiz, right=True)
    before = list(quiz.answers)
    with pytest.raises(IndexError):
        quiz.answer(0)
    assert quiz.answers == before


@given(QUESTIONS, st.integers(), st.lists(st.integers(-1, 6), max_size=30))
def test_every_question_ends_answered_right_once(
    questions: list[Question], seed: int, choices: list[int]
) -> None:
    quiz = Quiz(posed("story", questions), seed, stamper())
    events = []
    for chosen in choices:
        card = quiz.card
        if card is None or not 0 <= chosen < len(card.options):
            with pytest.raises(IndexError):
                quiz.answer(chosen)
            assert quiz.card is card
        else:
            assert 1 <= quiz.position <= quiz.in_round <= len(questions)
            events.append(quiz.answer(chosen)[1])
    while quiz.card:
        events.append(quiz.answer(quiz.card.right)[1])
    prompts = [each.prompt for each in questions]
    assert sorted(event.prompt for event in events if event.correct) == sorted(prompts)
    assert [answer.card.question.prompt for answer in quiz.first_answers] == prompts
    assert len({event.id for event in events}) == len(events) == len(quiz.answers)
    for prompt in prompts:
        rounds = [event.round for event in events if event.prompt == prompt]
        assert rounds == list(range(1, len(rounds) + 1))


def test_a_walkthroughs_questions_are_asked_in_its_own_order() -> None:
    walkthrough = Walkthrough.model_validate(walkthrough_data())
    assert questions_of(walkthrough) == posed("lost-parcels", walkthrough.quiz)
