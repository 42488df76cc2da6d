import pytest
from hypothesis import given
from hypothesis import strategies as st

from starprep.library.phrases import Span, find, find_all, heard


def quoted(phrase: str, text: str) -> list[str]:
    """Return the words of `text` that each run of `phrase` was found at."""
    return [text[span.start : span.end] for span in find(phrase, text)]


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        ("i noticed", "Then I Noticed it.", ["I Noticed"]),
        ("nobody had asked", "and nobody\n   had\tasked me", ["nobody\n   had\tasked"]),
        ("no  ticket\n", "there was no ticket", ["no ticket"]),
        ("not my team's", "It was not my team’s code", ["not my team’s"]),
        ("not my team’s", "It was not my team's code", ["not my team's"]),
        ('"done"', "They said “done”.", ["“done”"]),
        ("'done'", "They said ‘done’.", ["‘done’"]),
        ("0.3% of", "about 0.3% of them", ["0.3% of"]),
        ("$8,000", "worth $8,000 a week", ["$8,000"]),
        ("400 euros", "saved 400\N{NO-BREAK SPACE}euros", ["400\N{NO-BREAK SPACE}euros"]),
        ("C++ (mine)", "in C++ (mine)", ["C++ (mine)"]),
        ("a.b", "axb and a.b", ["a.b"]),
        ("ownership", "OWNERSHIP", ["OWNERSHIP"]),
        ("über", "ÜBER alles", ["ÜBER"]),
    ],
)
def test_a_phrase_is_found_whatever_its_case_white_space_and_quotation_marks(
    phrase: str, text: str, words: list[str]
) -> None:
    assert quoted(phrase, text) == words


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("own", "ownership"),
        ("own", "known"),
        ("I", "It was in"),
        ("no ticket", "no tickets"),
        ("art of", "part of"),
        ("team", "team_one"),
        ("3%", "0.33%"),
        ("no ticket", "noticket"),
        ("I noticed", "noticed I"),
        ("took … ownership", "ownership is what I took"),
        ("took … it on", "I took ownership"),
    ],
)
def test_what_is_only_part_of_a_word_or_in_another_order_is_not_found(
    phrase: str, text: str
) -> None:
    assert find(phrase, text) == ()


@pytest.mark.parametrize("phrase", ["", "  ", "…", "...", " … ... "])
def test_a_phrase_without_words_is_found_nowhere(phrase: str) -> None:
    assert find(phrase, "I noticed … it") == ()


@pytest.mark.parametrize("gap", ["…", " … ", "...", " ...\n"])
def test_a_gap_skips_words_and_its_spans_leave_them_out(gap: str) -> None:
    text = "They adopted, in the end,\nmy alert pattern everywhere."
    assert quoted(f"adopted{gap}alert pattern", text) == ["adopted", "alert pattern"]


def test_several_gaps_give_a_span_for_each_run() -> None:
    assert quoted("… one … two … three …", "one, two and three") == ["one", "two", "three"]


def test_a_run_after_a_gap_is_whole_words_too() -> None:
    assert quoted("one … own", "one known own") == ["one", "own"]
    assert find("one…own", "oneown") == ()


def test_the_first_occurrence_is_found() -> None:
    assert find("no ticket", "no ticket, really no ticket") == (Span(0, 9),)


def test_many_gaps_in_a_long_text_that_lacks_the_last_run_are_not_found() -> None:
    assert find("I … " * 30 + "shipped", "I said that I did. " * 2000) == ()


def test_spans_that_touch_are_joined() -> None:
    assert find_all(["0.3", "%"], "about 0.3% of them") == (Span(6, 10),)


def test_overlapping_spans_are_joined_and_sorted() -> None:
    text = "I took ownership of the fix, and no ticket was open."
    found = find_all(["no ticket", "ownership of the fix", "I took ownership", "absent"], text)
    assert [text[span.start : span.end] for span in found] == [
        "I took ownership of the fix",
        "no ticket",
    ]


def test_a_span_inside_another_adds_nothing() -> None:
    assert find_all(["I took ownership", "took"], "I took ownership") == (Span(0, 16),)


def test_heard_keeps_the_phrases_that_occur_in_the_order_given() -> None:
    phrases = ["no ticket", "a metric", "I noticed"]
    assert heard(phrases, "I noticed it; no ticket.") == ("no ticket", "I noticed")


PROSE = st.text(st.sampled_from("aBé1'’“ .…%\n\t-_"))


@given(PROSE | st.text(), PROSE | st.text())
def test_spans_are_in_range_in_order_and_apart(phrase: str, text: str) -> None:
    end = 0
    for span in find(phrase, text):
        assert end <= span.start < span.end <= len(text)
        end = span.end


@given(st.lists(PROSE), PROSE)
def test_joined_spans_are_in_range_in_order_and_do_not_touch(phrases: list[str], text: str) -> None:
    end = -1
    for span in find_all(phrases, text):
        assert end < span.start < span.end <= len(text)
        end = span.end


def plain(words: str) -> list[str]:
    return words.translate(str.maketrans("’‘“”", "''\"\"")).casefold().split()


@given(PROSE, PROSE)
def test_each_span_holds_its_run_but_for_case_white_space_and_quotation_marks(
    phrase: str, text: str
) -> None:
    runs = [run for run in map(plain, phrase.replace("...", "…").split("…")) if run]
    spans = find(phrase, text)
    assert not spans or [plain(text[span.start : span.end]) for span in spans] == runs


WORDS = st.lists(st.sampled_from(["I", "took", "it", "my", "team's", "0.3%", "über"]), min_size=1)


@given(WORDS, WORDS, WORDS, st.data())
def test_words_taken_from_a_text_are_found_in_it(
    before: list[str], words: list[str], after: list[str], data: st.DataObject
) -> None:
    space = st.sampled_from([" ", "\n", "  \t"])
    text = ""
    for word in before + words + after:
        text += word + data.draw(space)
    kept = data.draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words)))
    phrase = " ".join(word if keep else "…" for word, keep in zip(words, kept, strict=True))
    assert bool(find(phrase.upper(), text)) == any(kept)
