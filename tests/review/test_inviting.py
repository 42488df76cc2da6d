"""What an answer invites an interviewer to ask next."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starprep.library.parts import Level, Part
from starprep.library.phrases import Span
from starprep.review.answer import Answer, Range
from starprep.review.inviting.invitations import INVITES
from starprep.review.inviting.invite import Invited, as_data, invite
from starprep.review.lists import INVITATION_KINDS, RuleBook
from starprep.review.rule_files import built_in
from starprep.review.spoken import Spoken
from tests.review.heard import BOOK, STEPS


def inviting(rule: str, text: str, part: Part) -> list[str]:
    """Return the words of a part that invite the question of one rule, the most inviting first."""
    spoken = Spoken(text)
    parts = {part: Range(0, len(spoken.words))}
    answer = Answer(spoken, parts, BOOK, whole=False, level=Level.SDE2)
    spans = (spoken.span(each.first, each.last) for each in INVITES[rule](answer))
    return [text[span.start : span.end] for span in spans]


ACTION, RESULT, REFLECTION = Part.ACTION, Part.RESULT, Part.REFLECTION


@pytest.mark.parametrize(
    ("rule", "part", "text", "words"),
    [
        ("handed_on", ACTION, "I told the Platform team.", None),
        ("ours", ACTION, "We rebuilt the index.", None),
        ("amount", RESULT, "In May the load times improved a lot.", None),
        ("pleased", RESULT, "The whole team was very happy.", None),
        ("objection", ACTION, "I showed it, but the fares team said no.", None),
        ("objection", ACTION, "My manager wanted to wait for a month.", None),
        ("base", RESULT, "I raised it to 41%.", "41%"),
        ("base", RESULT, "That was 61% of albums.", "61% of albums"),
        ("cause", RESULT, "Crashes fell from 1,300 a month to 240.", None),
        ("remaining", RESULT, "Three teams still keep their own.", None),
        ("claim", ACTION, "Nobody had looked at those logs.", None),
        ("claim", ACTION, "Ours was the first team in the firm.", None),
        ("choice", ACTION, "I decided to roll everybody back.", None),
        ("source", RESULT, "The switch is used about twice a week.", None),
        ("unchecked", ACTION, "I wrote a runbook.", None),
        ("mistake", ACTION, "I should have rung her first.", None),
        ("price", RESULT, "It saved the firm £300 a week.", None),
        ("found", ACTION, "I found a race in the retry.", None),
        ("half_the_time", ACTION, "I asked for six weeks.", None),
        ("risk", ACTION, "I deleted the old table.", None),
        ("consent", ACTION, "I convinced my director.", None),
        ("period", RESULT, "Errors went from 90 to 3.", None),
        ("unasked", ACTION, "Nobody had asked me to.", None),
        ("helped", ACTION, "I wrote it with our lawyers.", None),
        ("habit", REFLECTION, "Now I rename, and wait.", None),
    ],
)  # fmt: skip
def test_words_invite_the_question_of_their_rule(
    rule: str, part: Part, text: str, words: str | None
) -> None:
    assert inviting(rule, text, part) == [words or text.removesuffix(".")]


@pytest.mark.parametrize(
    ("rule", "part", "text"),
    [
        ("objection", ACTION, "The fares team said no, because their site was on sale that week."),
        ("objection", ACTION, "I lost an hour to it."),
        ("base", RESULT, "That was 41% of 300 albums."),
        ("cause", RESULT, "It fell from 30 to 4, side by side with the old one at the same load."),
        ("cause", ACTION, "I cut 371 from the log, 33 by hand."),
        ("claim", ACTION, "Nobody had asked me to."),
        ("claim", ACTION, "I reproduced it at home, and it failed every time."),
        ("claim", ACTION, "I never looked at it."),
        ("choice", ACTION, "I decided to roll everybody back, rather than to mend each account."),
        ("source", RESULT, "By the invoices it saved £18,000 a year."),
        ("unchecked", ACTION, "I wrote a runbook. Two people have used the runbook since."),
        ("mistake", ACTION, "I should have rung her. Her message could have told me."),
        ("price", RESULT, "It saved £300 a week, but the search is slower."),
        ("risk", ACTION, "I rehearsed the way back. I deleted the old table."),
        ("consent", ACTION, "I convinced my director, because I showed her the tickets."),
        ("remaining", RESULT, "She still runs it. I still think of it."),
        ("unasked", ACTION, "Nobody had asked me to, so I took two evenings."),
        ("habit", REFLECTION, "Now I rename and wait. Last month I did."),
    ],
)
def test_nothing_is_asked_that_the_text_answers(rule: str, part: Part, text: str) -> None:
    assert inviting(rule, text, part) == []


def test_a_question_quotes_its_words_and_says_what_it_probes() -> None:
    (first, *_) = invite({Part.ACTION: 'I decided to say "no" to both.'}, BOOK)
    assert first == Invited(
        "You said “I decided to say 'no' to both”. What else did you consider, and why not that?",
        "Whether you weighed an alternative.",
        'I decided to say "no" to both',
        Span(0, 29),
        Part.ACTION,
        "choice",
    )


def test_words_that_are_cut_short_are_quoted_with_an_ellipsis() -> None:
    text = "I decided " + "to look at every one of the very long list of old red boxes " * 2
    (asked,) = (each for each in invite({Part.ACTION: text}, BOOK) if each.rule == "choice")
    assert " …”" in asked.question
    assert text.startswith(asked.words)
    assert len(asked.words.split()) <= 16


def test_offsets_are_those_of_the_part() -> None:
    said = {Part.ACTION: STEPS, Part.RESULT: "Then it fell from 30 to 4."}
    (asked,) = (each for each in invite(said, BOOK) if each.rule == "cause")
    assert asked.part is Part.RESULT
    assert said[Part.RESULT][asked.span.start : asked.span.end] == asked.words


def test_what_sinks_an_answer_is_asked_first_and_what_fits_any_last() -> None:
    text = (
        "At my last job the build was slow. We looked at it in the spring. I told the infra team "
        "about it. It improved a lot and everyone was happy with it. There were blue and red "
        "builds on two long lists in the wiki, with a colour for each. That is how they were kept "
        "apart, and how people found them when they were looking for one."
    )
    order = list(BOOK.invitations)
    rules = [each.rule for each in invite(text, BOOK)]
    assert rules == sorted(rules, key=order.index)
    assert rules[0] == "handed_on"
    general = [BOOK.invitations[rule].general for rule in rules]
    assert general == sorted(general)


def test_what_is_asked_already_is_left_out_by_its_words_and_by_what_it_asks() -> None:
    said = {Part.ACTION: "I found some idle hosts. I deleted the old table. We moved the rest."}
    assert {each.rule for each in invite(said, BOOK)} >= {"found", "risk", "ours"}
    asked = ["Were those hosts really idle?", "What if it had gone wrong?", "What was your part?"]
    assert not {each.rule for each in invite(said, BOOK, asked)} & {"found", "risk", "ours"}


def test_plain_data_has_every_field() -> None:
    (data, *_) = as_data(invite({Part.ACTION: "I wrote a runbook."}, BOOK))
    assert data == {
        "question": "You said “I wrote a runbook”. Is it still in use, and how do you know?",
        "tests": "Whether you went back to look.",
        "words": "I wrote a runbook",
        "start": 0,
        "end": 17,
        "part": "action",
        "rule": "unchecked",
    }


def test_of_nothing_nothing_is_asked() -> None:
    assert invite("", BOOK) == invite({}, BOOK) == invite({Part.TASK: " … "}, BOOK) == ()


# -- any text --------------------------------------------------------------------------------------

_WORDS = st.sampled_from(
    re.findall(
        r"\S+",
        "i we they the a team manager told decided found built said no because never first 41% £300"
        " from 90 to 4 weeks still now wrong but and so which hindsight differently cost risk",
    )
)
_ENGLISH = st.lists(
    st.tuples(_WORDS, st.sampled_from([" ", " ", " ", ", ", ". ", "? ", '." ', "\n\n", " – "])),
    min_size=64,
    max_size=140,
).map(lambda pairs: "".join(word + gap for word, gap in pairs))


def _check(text: str, found: tuple[Invited, ...]) -> None:
    for each in found:
        assert text[each.span.start : each.span.end] == each.words
        assert each.words.strip() == each.words != ""
    assert len({each.question for each in found}) == len(found)
    topics = [BOOK.invitations[each.rule].topic or each.rule for each in found]
    assert len(set(topics)) == len(topics)


@given(_ENGLISH)
def test_an_answer_of_more_than_sixty_words_is_asked_at_least_four_questions(text: str) -> None:
    found = invite(text, BOOK)
    assert len(found) >= 4
    assert invite(text, BOOK) == found
    _check(text, found)


@given(st.text(max_size=300))
def test_any_text_is_asked_only_of_its_own_words(text: str) -> None:
    _check(text, invite(text, BOOK))


@given(st.dictionaries(st.sampled_from(Part), st.text(max_size=40) | _ENGLISH))
def test_any_parts_are_asked_of_their_own_words(said: dict[Part, str]) -> None:
    for each in invite(said, BOOK):
        assert each.part is not None
        assert said[each.part][each.span.start : each.span.end] == each.words


# -- the tables ------------------------------------------------------------------------------------


def test_every_invitation_has_its_function_its_question_and_what_it_probes() -> None:
    lists = built_in()
    assert INVITES.keys() == lists.invites.keys()
    assert not lists.invites.keys() & lists.rules.keys()
    for name, invitation in lists.invites.items():
        assert invitation.question.count("{words}") == 1, name
        assert invitation.question.endswith(("?", ".")), name
        assert invitation.tests.endswith("."), name
        for kind in INVITATION_KINDS:
            BOOK.patterns(name, kind)


@given(st.data())
def test_no_limit_that_may_be_written_stops_the_questions(data: st.DataObject) -> None:
    lists = built_in()
    sizes = st.sampled_from([0.0, 0.5, 1.0, 3.0, 1e300])
    limits = {name: data.draw(sizes, label=name) for name in lists.limits}
    text = STEPS + "We agreed. He said no. I wrote a rule. It fell by 30%, from 9 to 3. Now I ask."
    for each in invite(text, RuleBook(lists.model_copy(update={"limits": limits}))):
        assert text[each.span.start : each.span.end] == each.words
