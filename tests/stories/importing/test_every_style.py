"""The parts of a story are found however their labels are written."""

import string

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from starprep.library.parts import Part
from starprep.stories.importing.find_stories import find_stories
from starprep.stories.importing.formats import read_blocks
from starprep.stories.importing.principles import Principles
from starprep.stories.importing.vocabulary import field_of

NAMES = {
    "STARR": ["Situation", "Task", "Action", "Result", "Reflection"],
    "other": ["Context", "Goal", "Approach", "Outcome", "Lessons learned"],
    "lower": ["situation", "task", "actions", "results", "what i would do differently"],
    "capitals": ["SITUATION", "TASK", "ACTION", "RESULT", "LEARNING"],
    "background": ["Background", "Objective", "What I did", "Impact", "Takeaway"],
    "letters": ["S", "T", "A", "R", "L"],
    "both": ["S (Situation)", "T (Task)", "A (Action)", "R (Result)", "L (Learning)"],
    "behind": ["Situation (S)", "Task (T)", "Action (A)", "Result (R)", "Reflection (R)"],
}
STYLES = {
    "heading 2.md": "## {label}\n\n{text}\n\n",
    "heading 4, a time.md": "#### {label} (30s)\n{text}\n\n",
    "heading, a colon and a time.org": "* {label}: 2m\n{text}\n",
    "bold, colon inside.md": "**{label}:** {text}\n\n",
    "bold, colon outside.md": "**{label}**: {text}\n\n",
    "bold, no colon.md": "**{label}** {text}\n\n",
    "bold, a line of its own.md": "**{label}**\n\n{text}\n\n",
    "bold, a hard break.md": "**{label}**  \n{text}\n\n",
    "bold, one line each.md": "**{label}:** {text}\n",
    "bold and italic.md": "***{label}***: {text}\n\n",
    "bold with a dash.md": "**{label}** – {text}\n\n",
    "full width.md": "**{label}：** {text}\n\n",
    "item.md": "- **{label}:** {text}\n",
    "item, nested.md": "- **{label}**:\n  - {text}\n",
    "numbered.md": "1. **{label}:** {text}\n",
    "plain.txt": "{label}: {text}\n",
    "plain, paragraphs.txt": "{label}: {text}\n\n",
    "plain, bullets.txt": "{label}:\n- {text}\n\n",
    "plain, full width.txt": "{label}：{text}\n",
    "lettered.txt": "{count}) {label}: {text}\n",
    "quoted.md": "**{label}**\n\n> “{text}”\n\n",
    "details.html": "<h3>{label}</h3><p>{text}</p>",
    "bold.html": "<p><b>{label}:</b> {text}</p>",
    "list.html": "<ul><li><strong>{label}</strong>: {text}</li></ul>",
    "breaks.html": "<b>{label}: </b><br>- {text}<br>",
    "org list.org": "- *{label}*: {text}\n",
}
WORDS_ONLY = {
    "a line of its own.txt": "{label}\n{text}\n\n",
    "underlined.txt": "{label}\n=========\n{text}\n\n",
    "dash.txt": "{label} - {text}\n",
    "inline.txt": "{label}: {text} ",
    "inline bold.md": "**{label}:** {text} ",
    "two columns.md": "| {label} | {text} |\n",
}
BRACKETS = {
    "brackets.md": "({label}) {text} ",
    "square.md": "[{label}] {text}\n\n",
    "dash.md": "{label} - {text}\n\n",
}

_word = st.text(string.ascii_lowercase, min_size=2, max_size=9).filter(
    lambda word: field_of(word) is None and word not in ("todo", "tbd", "na", "xxx", "null", "none")
)
_sentence = st.lists(_word, min_size=4, max_size=12).map(
    lambda words: f"I {' '.join(words)}, and 3 of {words[0]}."
)
TEXTS = st.lists(_sentence, min_size=5, max_size=5)


def found(text: str, name: str) -> list[dict[Part, str]]:
    reading = find_stories(list(read_blocks(text, name)), Principles({}))
    return [dict(story.parts) for story in reading.stories]


def rendered(style: str, labels: list[str], texts: list[str]) -> str:
    rows = [
        style.format(label=label, text=text, count=count)
        for label, text, count in zip(labels, texts, "abcde", strict=True)
    ]
    return ("| a | b |\n|---|---|\n" if style.startswith("|") else "") + "".join(rows)


@given(style=st.sampled_from([*STYLES]), names=st.sampled_from([*NAMES]), texts=TEXTS)
@settings(max_examples=250)
def test_five_texts_come_back(style: str, names: str, texts: list[str]) -> None:
    assume(len(set(texts)) == 5)
    text = rendered(STYLES[style], NAMES[names], texts)
    assert found(text, style) == [dict(zip(Part, texts, strict=True))]


@given(
    style=st.sampled_from([*WORDS_ONLY]),
    names=st.sampled_from(["STARR", "capitals", "other", "behind"]),
    texts=TEXTS,
)
@settings(max_examples=100)
def test_five_texts_come_back_from_words(style: str, names: str, texts: list[str]) -> None:
    assume(len(set(texts)) == 5)
    text = rendered(WORDS_ONLY[style], NAMES[names], texts)
    assert found(text, style) == [dict(zip(Part, texts, strict=True))]


@given(style=st.sampled_from([*BRACKETS]), texts=TEXTS)
@settings(max_examples=40)
def test_five_texts_come_back_from_letters(style: str, texts: list[str]) -> None:
    text = rendered(BRACKETS[style], NAMES["letters"], texts)
    assert found(text, style) == [dict(zip(Part, texts, strict=True))]


@pytest.mark.parametrize(
    ("labels", "parts"),
    [
        (["Challenge", "Action", "Result"], ["situation", "action", "result"]),
        (["Problem", "Action", "Result"], ["situation", "action", "result"]),
        (["C", "A", "R"], ["situation", "action", "result"]),
        (["P", "A", "R"], ["situation", "action", "result"]),
        (["Situation", "Obstacle", "Action", "Result"], ["situation", "task", "action", "result"]),
        (["S", "T", "A", "R", "E"], list(Part)),
        (["S", "T", "A", "R", "R"], list(Part)),
        (["Situation", "Complication", "Action", "Turn", "Result"],
         ["situation", "task", "action", "action", "result"]),
        (["情境", "任务", "行动", "结果", "反思"], list(Part)),
        (["Contexto", "Objetivo", "Decisão", "Resultados", "Aprendizados"], list(Part)),
        (["Ausgangslage", "Aufgabe", "Vorgehen", "Ergebnis", "Erkenntnisse"], list(Part)),
        (["Situación", "Tarea", "Acción", "Resultado", "Aprendizaje"], list(Part)),
    ],
)  # fmt: skip
@pytest.mark.parametrize("style", ["**{}:** {}\n\n", "## {}\n\n{}\n\n", "{}: {}\n\n"])
def test_other_frames_and_other_languages(style: str, labels: list[str], parts: list[str]) -> None:
    texts = [f"I did this and that {number} times." for number in range(len(labels))]
    text = "".join(style.format(*each) for each in zip(labels, texts, strict=True))
    wanted: dict[Part, str] = {}
    for part, said in zip(parts, texts, strict=True):
        wanted[Part(part)] = f"{wanted.get(Part(part), '')} {said}".strip()
    assert found(text, "notes.md") == [wanted]
