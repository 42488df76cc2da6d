"""Spoken English as text: words, sentences, and what a word is about."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from snowballstemmer import stemmer

from starprep.library.parts import WORDS_PER_MINUTE
from starprep.library.phrases import Span

_STEMMER = stemmer("english")
_SPOKEN = re.compile(r"\S*\w\S*")
_WORD = re.compile(
    r"[$£€]?\d+(?:[.,:]\d+)*(?:%|[a-z]{1,3}\b)?|[^\W\d_][^\W_]*(?:['’-][^\W_]+)*", re.UNICODE
)
_END = re.compile(r"""[.!?…]+["'”’)]*(?=\s|$)|\n\s*\n""")
_NO_END = re.compile(r"\b(?:[ap]\.m|e\.g|i\.e|mr|mrs|ms|dr|vs|st|etc)\.$", re.IGNORECASE)

COMMON = frozenset(
    """
    a about above after again against ago all almost along already also although always am among
    an and another any anybody anyone anything are aren't around as at away back be became
    because been before behind being below between both but by can can't cannot could couldn't
    did didn't do does doesn't doing don't done down during each either else enough even ever
    every everybody everyone everything few first for from get gets getting give gives go goes
    going gone got had hadn't has hasn't have haven't having he he'd he's her here herself him
    himself his how i i'd i'll i'm i've if in into is isn't it it'd it'll it's its itself just
    keep kept last later least less let let's like made make makes many may maybe me might mine
    more most much must my myself need needed needs neither never next no nobody none nor not
    nothing now of off often on once one only onto or other others our ours out over own part
    put puts quite rather really said same saw say says see seen several shall she she'd she's
    should shouldn't since so some somebody someone something sometimes still such take taken
    takes than that that's the their theirs them themselves then there there's these they they'd
    they'll they're they've thing things this those though through to together too took toward
    towards two under until up upon us very was wasn't way we we'd we'll we're we've well went
    were weren't what what's whatever when where whether which while who whole whom whose why
    will with within without won't would wouldn't yes yet you you'd you'll you're you've your
    yours
    """.split()  # noqa: SIM905, a list would take a page
)
"""Words that say nothing of what a text is about."""


class Word(NamedTuple):
    """A word of a text: characters `start` up to `end`, in small letters, quotes straight."""

    start: int
    end: int
    text: str


def words(text: str) -> tuple[Word, ...]:
    """Return the words and figures of `text`; `ready-to-merge`, `p99` and `$8,000` are one each."""
    small = text.replace("’", "'").lower()
    if len(small) != len(text):  # a few letters have no small one of their own
        straight = text.replace("’", "'")
        small = "".join(low if len(low := each.lower()) == 1 else each for each in straight)
    return tuple(Word(found.start(), found.end(), found.group()) for found in _WORD.finditer(small))


def count_words(text: str) -> int:
    """Count words as a pacing guide does: whatever stands between white space and can be said."""
    return len(_SPOKEN.findall(text))


def spoken_seconds(text: str) -> float:
    """Return how long `text` takes to say at `WORDS_PER_MINUTE`, in seconds."""
    return count_words(text) * 60 / WORDS_PER_MINUTE


def sentence_spans(text: str) -> tuple[Span, ...]:
    """Return where the sentences of `text` stand, without the white space around them."""
    found, start = [], 0
    for end in (*(each.end() for each in _END.finditer(text)), len(text)):
        said = text[start:end]
        if end == len(text) or not _NO_END.search(said[-6:]):
            if said.strip():
                begin = start + len(said) - len(said.lstrip())
                found.append(Span(begin, begin + len(said.strip())))
            start = end
    return tuple(found)


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of `text`, without the white space around them."""
    return tuple(text[span.start : span.end] for span in sentence_spans(text))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return what the forms of a word share: `asked` and `asking` are both `ask`."""
    return str(_STEMMER.stemWord(word.removesuffix("'s")))


def about(text: str) -> frozenset[str]:
    """Return what `text` is about: the stems of its words that are neither common nor figures."""
    return about_words(words(text))


def about_words(said: Iterable[Word]) -> frozenset[str]:
    """Return what some words are about; see `about`."""
    return frozenset(
        stem(word.text)
        for word in said
        if word.text not in COMMON and word.text[0].isalpha() and len(word.text) > 2
    )


ANY_STORY = about(
    """
    action ahead alignment answer appreciate ask balance better calm care career careful
    challenge change clear collaborate collaboration colleague communicate communication company
    customer data deadline decide decision deliver detail early easy end engineer engineering
    experience explain fast feedback feel find flexible focus forward future goal
    good grow hard help hope idea impact importance important improve keep key know lead leader
    leadership learn learned learnt lesson life listen long look loop manager matter mean
    meeting mindset mistake motivate new office open owner ownership people person plan positive
    pressure proactive problem process product professional project quality question quick
    quickly ready result right share situation skill small software solution speak stakeholder
    start step story success system talk task teach team teamwork tell think thought time today
    transparent trust try understand use user value want week work worked wrong year
    """
)
"""What every interview is about, whatever the story: these words make no lesson its own."""
