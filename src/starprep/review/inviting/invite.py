"""What an interviewer would ask next: a few questions that the answer's own words invite."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from starprep.library.parts import Level, Part
from starprep.library.phrases import Span
from starprep.library.speech import about
from starprep.review.answer import Answer, Range
from starprep.review.division import divide
from starprep.review.inviting.invitations import INVITES
from starprep.review.lists import RuleBook
from starprep.review.spoken import Spoken

_BETWEEN = "\n\n"  # between two parts: it ends a sentence


class Invited(NamedTuple):
    """A question, and the words that invite it."""

    question: str
    """What the interviewer asks, the words in it."""
    tests: str
    """What it probes."""
    words: str
    """The words that invite it, as they stand in the text."""
    span: Span
    """Where they stand in the text; where parts were given, in the text of their part."""
    part: Part | None
    """The part in which they stand; None where a whole answer has no parts."""
    rule: str
    """The rule that found them: a table of `inviting.toml`."""


def invite(
    said: str | Mapping[Part, str], book: RuleBook, asked: Iterable[str] = ()
) -> tuple[Invited, ...]:
    """Return what an interviewer would ask next, what matters most first.

    At least four of more than 60 words, those that are asked already among them; never what the
    text itself answers, nor the same in other words. The same text always gets the same questions.

    Args:
        said: a whole answer, or the text of each part that there is.
        book: the word lists and limits.
        asked: questions that are asked already: what asks the same, or of the same words, is not.
    """
    answer, starts = _heard(said, book)
    chosen = _choose(answer, _Asked(asked, book)) if answer.spoken.words else {}
    ranked = (name for name in book.invitations if name in chosen)
    return tuple(_invited(answer, starts, name, chosen[name]) for name in ranked)


def _choose(answer: Answer, asked: "_Asked") -> dict[str, Range]:
    """Return the words that each question is asked of, by its rule.

    No sentence is quoted twice, unless there are too few for the questions that fit any answer.
    """
    book, chosen = answer.book, dict[str, Range]()
    for general, again in ((False, False), (True, False), (True, True)):
        most = _fewest(answer) - asked.count if general else book.count("most_questions")
        for name, invitation in book.invitations.items():
            if len(chosen) >= most:
                break
            topics = {_topic(each, book) for each in chosen}
            if invitation.general is general and _topic(name, book) not in topics:
                taken = () if again else [_sentence(answer, each) for each in chosen.values()]
                words = _words(answer, name, asked, chosen.values(), taken)
                if words is not None and not asked.asks(name):
                    chosen[name] = words
    return chosen


def _words(
    answer: Answer,
    name: str,
    asked: "_Asked",
    quoted: Collection[Range],
    taken: Collection[int],
) -> Range | None:
    """Return the words that invite a question most, of those that are not quoted or asked about.

    `taken` are the numbers of the sentences of which none may be quoted.
    """
    for words in INVITES[name](answer):
        free = words not in quoted and _sentence(answer, words) not in taken
        if free and not asked.quotes(_text(answer, words)):
            return words
    return None


def _heard(said: str | Mapping[Part, str], book: RuleBook) -> tuple[Answer, dict[Part, int]]:
    """Return the answer, and where the text of each part begins in it, where parts are given."""
    if isinstance(said, str):
        spoken = Spoken(said)
        parts = divide(spoken, book)
        return Answer(spoken, parts, book, whole=True, level=Level.SDE2), {}
    starts: dict[Part, int] = {}
    text = ""
    for part in (each for each in Part if each in said):
        text += _BETWEEN if starts else ""
        starts[part] = len(text)
        text += said[part]
    spoken = Spoken(text)
    places = [*(spoken.at(start) for start in starts.values()), len(spoken.words)]
    ranges = {part: Range(*places[n : n + 2]) for n, part in enumerate(starts)}
    filled = {part: place for part, place in ranges.items() if len(place)}
    return Answer(spoken, filled, book, whole=len(filled) > 1, level=Level.SDE2), starts


def _fewest(answer: Answer) -> int:
    """Return how many questions there should be at least: few, of a few words."""
    words, book = len(answer.spoken.words), answer.book
    if words > book.limits["words_of_an_answer"]:
        return book.count("fewest_questions")
    return min(
        book.count("fewest_questions"), int(words // max(1, book.limits["words_a_question"]))
    )


class _Asked:
    """The questions that are asked already."""

    def __init__(self, questions: Iterable[str], book: RuleBook) -> None:
        self._questions = [Spoken(each) for each in questions]
        self._book = book
        self.count = len(self._questions)

    def asks(self, name: str) -> bool:
        """Tell whether one of them asks what an invitation does."""
        patterns = self._book.patterns(name, "asked")
        return any(True for each in self._questions for _ in patterns.find(each))

    def quotes(self, words: str) -> bool:
        """Tell whether one of them is about these words: a figure of them, or two other words."""
        own, figures = about(words), self._figures(Spoken(words))
        return any(
            figures & self._figures(each) or len(own & about(each.text)) > 1
            for each in self._questions
        )

    def _figures(self, spoken: Spoken) -> set[str]:
        return {word for word in spoken.places if word[:1].isdigit() or word[:1] in "$£€"}


def _topic(name: str, book: RuleBook) -> str:
    return book.invitations[name].topic or name


def _sentence(answer: Answer, words: Range) -> int:
    return answer.spoken.sentence_number(words.first)


def _text(answer: Answer, words: Range) -> str:
    span = answer.spoken.span(words.first, words.last)
    return answer.spoken.text[span.start : span.end]


def _invited(answer: Answer, starts: Mapping[Part, int], name: str, words: Range) -> Invited:
    invitation = answer.book.invitations[name]
    span, text = answer.spoken.span(words.first, words.last), _text(answer, words)
    part = next((each for each, place in answer.parts.items() if words.first in place), None)
    begin = starts.get(part, 0) if part else 0
    quoted = " ".join(text.translate(_QUOTES).split())
    if not _ends(answer, words.last):
        quoted += " …"
    question = invitation.question.replace("{words}", quoted)
    return Invited(
        question, invitation.tests, text, Span(span.start - begin, span.end - begin), part, name
    )


def _ends(answer: Answer, at: int) -> bool:
    """Tell whether what is quoted up to the word at `at` stands by itself."""
    spoken = answer.spoken
    joins = spoken.texts[at] in answer.book.words("joining")
    return at in spoken.breaks or at == len(spoken.words) or joins


_QUOTES = str.maketrans({"“": "‘", "”": "’", '"': "'"})


def as_data(invited: Iterable[Invited]) -> list[dict[str, object]]:
    """Return questions as plain data: offsets in characters."""
    return [
        {
            "question": each.question,
            "tests": each.tests,
            "words": each.words,
            "start": each.span.start,
            "end": each.span.end,
            "part": each.part,
            "rule": each.rule,
        }
        for each in invited
    ]
