"""An answer cut up: sentences, quotations, pauses."""

from hypothesis import given
from hypothesis import strategies as st

from starprep.review.spoken import Spoken

ANY = st.text(st.sampled_from("abI .,!?\"“”'’\n\u00e9\u6f22\U0001f600-8%$"), max_size=80)


@given(ANY)
def test_every_word_stands_in_one_sentence_and_where_it_says(text: str) -> None:
    spoken = Spoken(text)
    inside = [n for each in spoken.sentences for n in range(each.first, each.last)]
    assert inside == list(range(len(spoken.words)))
    for number in inside:
        sentence, word = spoken.sentence_of(number), spoken.words[number]
        assert sentence.start <= word.start < word.end <= sentence.end
        assert spoken.ends[number] == sentence.last


@given(ANY)
def test_what_is_quoted_and_where_one_pauses_are_words(text: str) -> None:
    spoken = Spoken(text)
    assert spoken.quoted <= set(range(len(spoken.words)))
    assert spoken.breaks <= set(range(len(spoken.words)))
    assert {each.first for each in spoken.sentences} <= spoken.breaks


def quoted(text: str) -> list[str]:
    spoken = Spoken(text)
    return [spoken.words[number].text for number in sorted(spoken.quoted)]


def test_words_in_quotation_marks_are_somebody_elses() -> None:
    assert quoted('He said "we will fix it" and left.') == ["we", "will", "fix", "it"]
    assert quoted("He said “never mind”, twice.") == ["never", "mind"]
    assert quoted("My manager said 'leave it to them' and left.") == ["leave", "it", "to", "them"]


def test_an_apostrophe_is_no_quotation_mark() -> None:
    assert quoted("It didn't, and the team's log wasn't. That's all the engineers' work.") == []


def test_a_text_that_is_quoted_whole_is_ones_own() -> None:
    assert quoted('"I told the team."') == []


def test_one_pauses_at_commas_but_not_inside_a_number() -> None:
    spoken = Spoken("It cost 8,000, then 3:40 of my time")
    assert [spoken.words[n].text for n in sorted(spoken.breaks)] == ["it", "then"]
