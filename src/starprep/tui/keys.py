"""Every key of every screen: its name in the settings, what it does, and the words for it.

The footer, the help and the check of a candidate's own keys are all made from these tables. A
screen and the lists in it may use one key for one action only.
"""

from collections.abc import Iterator, Mapping

from textual.binding import Binding, BindingType
from textual.keys import Keys as KeyNames

Keys = list[BindingType]  # each one a Binding; the wider type is what Textual's classes want


def _key(
    name: str,
    key: str,
    action: str,
    label: str,
    meaning: str,
    *,
    footer: bool = True,
) -> Binding:
    return Binding(key, action, label, show=footer, tooltip=meaning, id=name)


EVERYWHERE: Keys = [
    _key("help", "question_mark", "help", "Help", "show every key of this screen", footer=False),
    _key("quit", "ctrl+q,ctrl+c", "quit", "Quit", "leave starprep", footer=False),
]
BACK = _key("back", "escape", "back", "Back", "go back one screen")
LIST: Keys = [
    _key("list.down", "j,down", "cursor_down", "Down", "move down", footer=False),
    _key("list.up", "k,up", "cursor_up", "Up", "move up", footer=False),
    _key("list.first", "home", "first", "First", "move to the first", footer=False),
    _key("list.last", "end", "last", "Last", "move to the last", footer=False),
]
LIST_PAGE: Keys = [
    _key("list.page-down", "pagedown", "page_down", "Page down", "a page down", footer=False),
    _key("list.page-up", "pageup", "page_up", "Page up", "a page up", footer=False),
]
SCROLL: Keys = [
    _key("scroll.down", "j,down", "scroll_text(1)", "Down", "scroll down", footer=False),
    _key("scroll.up", "k,up", "scroll_text(-1)", "Up", "scroll up", footer=False),
]
PAGE: Keys = [
    _key("page.down", "pagedown", "page_text(1)", "Read on", "scroll the text", footer=False),
    _key("page.up", "pageup", "page_text(-1)", "Read back", "scroll the text back", footer=False),
]
LIBRARY: Keys = [
    _key("library.open", "enter", "open", "Open", "open the walkthrough"),
    _key("library.filter", "slash", "filter", "Filter", "filter by any word as you type"),
    _key("library.undo", "u", "undo", "Undo", "bring back the story that you deleted"),
    _key("library.new", "n", "new", "New story", "write a story of your own"),
    _key("library.coverage", "c", "coverage", "Gaps", "which stories serve which principles"),
    _key("library.edit", "e", "edit", "Edit", "open your story's file in your editor"),
    _key("library.narrow", "f", "narrow", "Narrow", "show one level, principle or tag only"),
    _key("library.read-on", "space", "read_on", "Read on", "scroll what is told of it, and round"),
    _key("library.group", "g", "group", "Group", "group by principle, level or tag"),
    _key("library.delete", "D,delete", "delete", "Delete", "delete your story, after asking"),
    _key("library.test", "t", "test", "Test principle", "ten questions on this principle"),
    _key("library.test-all", "m", "test_all", "Mixed test", "ten questions on any principle"),
    _key("library.review", "v", "review", "Review", "write an answer and hear the remarks"),
    _key("library.settings", "comma", "app.settings", "Settings", "theme, bell, reminder, level"),
    _key("library.quit", "q", "app.quit", "Quit", "leave starprep"),
]
COVERAGE: Keys = [
    _key("coverage.open", "enter", "open", "Questions", "what could be told of the principle"),
    *PAGE,
]
IMPORT: Keys = [
    _key("import.write", "enter", "write", "Write", "write the new stories"),
    _key("import.rename", "tab", "rename", "Other file", "name another file"),
    *SCROLL,
    *PAGE,
]
LINE: Keys = [_key("line.done", "enter", "submit", "Done", "take what is typed")]
QUESTION: Keys = [_key("question.open", "enter", "open", "Begin", "write on this question")]
STORY: Keys = [
    _key("story.write", "enter,tab", "write", "Write on", "go back to writing"),
    _key("story.mark", "space", "mark", "Tick", "tick a signal, or take the tick away"),
    _key("story.next", "n,right", "turn(1)", "Next", "the next part"),
    _key("story.previous", "p,left", "turn(-1)", "Previous", "the part before"),
]
NARROW: Keys = [_key("narrow.open", "enter", "open", "Show", "show only these")]
OVERVIEW: Keys = [
    _key("overview.open", "enter", "open", "Begin", "begin with the chosen mode"),
    _key("overview.learn", "1", "mode(1)", "Learn", "read the story, part by part", footer=False),
    _key(
        "overview.rehearse",
        "2",
        "mode(2)",
        "Rehearse",
        "say it aloud, against the clock",
        footer=False,
    ),
    _key("overview.test", "3", "mode(3)", "Test", "take the quiz", footer=False),
    _key("overview.hunt", "h", "hunt", "Hunt", "find what sinks the weak answer"),
    _key("overview.review", "v", "review", "Review", "write your answer and hear the remarks"),
    _key("overview.level", "l,right", "level(1)", "Level", "the next level", footer=False),
    _key(
        "overview.test-principle",
        "t",
        "test_principle",
        "Test principle",
        "ten questions on this principle",
    ),
    _key("overview.level-back", "left", "level(-1)", "Level", "the level before", footer=False),
    _key("overview.edit", "e", "edit", "Edit", "open your story's file in your editor"),
    _key("overview.settings", "comma", "app.settings", "Settings", "theme, bell, reminder, level"),
    *PAGE,
]
LEARN: Keys = [
    _key("learn.read-on", "space", "read_on", "Read on", "scroll on, then turn to the next part"),
    _key("learn.next", "n,right,enter", "turn(1)", "Next", "the next part"),
    _key("learn.principle", "o", "principle", "Principle", "look up the principle, and back"),
    _key("learn.previous", "p,left", "turn(-1)", "Previous", "the part before"),
    *SCROLL,
    *PAGE,
]
PLAN: Keys = [_key("plan.open", "enter", "open", "Begin", "begin with what is chosen")]
DRILL: Keys = [
    _key("drill.clock", "space", "clock", "Start", "start the clock, pause it, let it run"),
    _key("drill.on", "enter", "on", "Done", "end the section; go on to the next"),
    _key("drill.start", "enter", "clock", "Start", "start the clock", footer=False),
    _key("drill.cue", "c", "cue", "Cue", "less help: example, signals, name, nothing, and round"),
    _key("drill.type", "t", "type", "Type", "type the answer instead of saying it"),
    _key("drill.again", "r", "again", "Again", "start this section again"),
    _key("drill.later", "right", "move(5)", "+5 s", "set the clock on 5 seconds", footer=False),
    _key("drill.sooner", "left", "move(-5)", "-5 s", "set the clock back 5 seconds", footer=False),
    *(
        _key(
            f"drill.rate-{number}",
            str(number),
            f"rate({number})",
            word,
            f"rate it {word}",
            footer=False,
        )
        for number, word in enumerate(("again", "hard", "good", "easy"), 1)
    ),
    *PAGE,
]
TYPING: Keys = [
    _key("typing.done", "enter", "done", "Done", "end the section and compare"),
    _key("typing.leave", "tab", "leave", "Stop typing", "give the keys back to the screen"),
]
DRAFT: Keys = [_key("draft.leave", "tab", "leave", "Remarks", "stop writing, to the remarks")]
REVIEW: Keys = [
    _key("review.write", "enter,tab", "write", "Write on", "go back to writing"),
    _key("review.part", "p", "part", "Part", "take it as another part, or a whole answer"),
    _key("review.level", "l", "level", "Level", "take it as another level's answer"),
    _key("review.mine", "m", "mine", "Make it mine", "make it a story of your own"),
    _key("review.clear", "x", "clear", "Clear", "take the text away, to begin anew"),
]
HUNT: Keys = [
    _key("hunt.mark", "space", "mark", "Mark", "mark the words, or take the mark away"),
    _key("hunt.start", "enter,space", "start", "Start", "start the clock"),
    _key("hunt.on", "enter", "finish", "Done", "end the hunt"),
    _key("hunt.done", "enter", "done", "Done", "leave the hunt"),
    _key("hunt.next", "n,right", "next(1)", "Next", "the next words", footer=False),
    _key("hunt.previous", "p,left", "next(-1)", "Previous", "the words before", footer=False),
    _key("hunt.again", "r", "again", "Again", "hunt once more"),
    *PAGE,
]
CHECKLIST: Keys = [
    *LIST,
    _key("drill.mark", "space", "mark", "Tick", "tick a signal that you said"),
    _key("drill.mark-all", "a", "mark_all", "All", "tick all the signals, or none"),
]
DEBRIEF: Keys = [
    _key("debrief.probes", "enter", "probes", "Follow-ups", "go on to the follow-up questions"),
    _key("debrief.work-on", "w", "work_on", "Work on it", "rehearse the part to work on, now"),
    _key("debrief.again", "r", "again", "Again", "rehearse the same once more"),
    *SCROLL,
    *PAGE,
]
PROBES: Keys = [
    _key("probes.start", "enter", "start", "Start", "start the clock"),
    _key("probes.on", "enter", "on", "Done", "end the reply"),
    _key("probes.go-on", "enter", "go_on", "Go on", "go on, once the reply is rated", footer=False),
    _key("probes.ask", "enter", "ask", "Next", "the next question"),
    _key("probes.done", "enter", "done", "Done", "back to the overview"),
    _key("probes.type", "t", "type", "Type", "type the reply instead of saying it"),
    _key("probes.reveal", "v", "reveal", "Show reply", "read the replies without answering"),
    _key("probes.clock", "space", "clock", "Start", "start the clock, pause it, let it run"),
    _key("probes.read-on", "space", "read_on", "Read on", "scroll what is told after the reply"),
    _key("probes.again", "r", "again", "Again", "start again; at the end, those that went badly"),
    _key("probes.later", "right", "move(5)", "+5 s", "set the clock on 5 seconds", footer=False),
    _key("probes.sooner", "left", "move(-5)", "-5 s", "set the clock back 5 seconds", footer=False),
    *(
        _key(
            f"probes.rate-{number}",
            str(number),
            f"rate({number})",
            word,
            f"rate it {word}",
            footer=False,
        )
        for number, word in enumerate(("again", "hard", "good", "easy"), 1)
    ),
    *SCROLL,
    *PAGE,
]
QUIZ: Keys = [
    _key("quiz.on", "enter", "on", "Choose", "choose the marked option"),
    _key("quiz.next", "enter", "next", "Next", "go on to the next question"),
    _key("quiz.done", "enter", "done", "Done", "leave the quiz"),
    _key("quiz.again", "r", "again", "Only the missed", "ask only the missed ones again"),
    *(
        _key(f"quiz.choose-{n}", str(n), f"choose({n})", "Choose", f"choose {n}", footer=False)
        for n in range(1, 7)
    ),
    _key("quiz.story", "s", "story", "Story", "the story that the question is about"),
    *PAGE,
]
SETTINGS: Keys = [
    _key("settings.change", "enter", "change", "Change", "change the setting"),
    *PAGE,
]
HELP: Keys = [
    _key("help.close", "escape,question_mark,enter,q", "close", "Close", "close the help"),
    *SCROLL,
    *PAGE,
]
ASK: Keys = [
    _key("ask.yes", "enter,y", "yes", "Leave", "leave"),
    _key("ask.no", "escape,n", "no", "Stay", "stay here"),
]
READ: Keys = [*SCROLL, *PAGE]

KEY_NAMES = {
    name: name for name in ("enter", "space", "tab", "left", "right", "up", "down", "backspace")
}
"""Keys that are told in letters, which every terminal has, and not as a symbol."""

SCREENS: dict[str, Keys] = {
    "library": [*EVERYWHERE, *LIST, *LIST_PAGE, *LIBRARY],
    "line": LINE,
    "narrow": [*EVERYWHERE, BACK, *LIST, *LIST_PAGE, *NARROW],
    "overview": [*EVERYWHERE, BACK, *LIST, *OVERVIEW],
    "coverage": [*EVERYWHERE, BACK, *LIST, *COVERAGE],
    "import": [*EVERYWHERE, BACK, *IMPORT],
    "learn": [*EVERYWHERE, BACK, *LEARN],
    "plan": [*EVERYWHERE, BACK, *LIST, *PLAN],
    "drill": [*EVERYWHERE, BACK, *DRILL, *CHECKLIST],
    "typing": TYPING,
    "review": [*EVERYWHERE, BACK, *LIST, *REVIEW],
    "draft": DRAFT,
    "question": [*EVERYWHERE, BACK, *LIST, *LIST_PAGE, *QUESTION],
    "story": [*EVERYWHERE, BACK, *LIST, *STORY],
    "hunt": [*EVERYWHERE, BACK, *LIST, *HUNT],
    "debrief": [*EVERYWHERE, BACK, *DEBRIEF],
    "probes": [*EVERYWHERE, BACK, *PROBES],
    "quiz": [*EVERYWHERE, BACK, *LIST, *QUIZ],
    "settings": [*EVERYWHERE, BACK, *LIST, *SETTINGS],
    "ask": ASK,
    "help": HELP,
    "read": [*EVERYWHERE, BACK, *READ],
}
"""The keys that are in force together, screen by screen."""


def defaults() -> dict[str, str]:
    """Return the keys of every action, by its name in the settings, joined by commas."""
    return {
        binding.id: binding.key
        for bindings in SCREENS.values()
        for binding in bindings
        if isinstance(binding, Binding) and binding.id
    }


def is_key(key: str) -> bool:
    """Tell whether `key` is a key's name, such as `x`, `space`, `f`, `ctrl+e` or `shift+tab`."""
    *modifiers, last = key.split("+")
    known = len(last) == 1 or last in _NAMED
    return known and all(each in ("ctrl", "shift", "alt") for each in modifiers)


_NAMED = {key.value for key in KeyNames} | {
    "space", "comma", "slash", "question_mark", "full_stop", "colon", "semicolon", "minus", "plus",
    "equals_sign", "apostrophe", "quotation_mark", "left_square_bracket", "right_square_bracket",
    "backslash", "grave_accent", "exclamation_mark", "number_sign", "underscore", "asterisk",
}  # fmt: skip


def clashes(chosen: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield two actions and the key that both would have on one screen, under `chosen` keys.

    Two actions that share a key by default are meant to: they never apply at the same time.
    """
    own, seen = defaults(), set()
    for bindings in SCREENS.values():
        names = [each.id for each in bindings if isinstance(each, Binding) and each.id]
        for number, first in enumerate(names):
            for second in names[number + 1 :]:
                if first == second or (first, second) in seen:
                    continue
                if set(own[first].split(",")) & set(own[second].split(",")):
                    continue
                keys = [set(chosen.get(name, own[name]).split(",")) for name in (first, second)]
                for key in sorted(keys[0] & keys[1]):
                    seen.add((first, second))
                    yield first, second, key
