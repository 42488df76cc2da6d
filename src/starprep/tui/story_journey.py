"""The way from a question to a story of one's own, and its saving on that way."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import App

from starprep.library.parts import Level
from starprep.practice.session import Session
from starprep.tui.journey import Journey

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starprep.library.parts import Part
    from starprep.practice.writing import Asked, Beginning, Writing
    from starprep.stories.own_story import OwnStory
    from starprep.tui.screens.story_screen import StoryScreen


class StoryJourney:
    """Pushes the screens on which a story is written, and saves it at each step.

    Args:
        app: where screens are shown.
        session: begins, resumes and saves stories.
        journey: the way through all other screens.
        tell: says in the corner, under a title, what the candidate should know.
    """

    def __init__(
        self,
        app: App[None],
        session: Session,
        journey: Journey,
        tell: Callable[[str, str | None], None],
    ) -> None:
        self._app, self._session, self._journey, self._tell = app, session, journey, tell
        self._told: str | None = None
        self._screen: StoryScreen | None = None

    @property
    def is_writing(self) -> bool:
        """Whether a story is on the screen, or below what is: one at a time is written."""
        return self._screen in self._app.screen_stack

    def begin(
        self, principle: str | None = None, texts: "Mapping[Part, str] | None" = None
    ) -> None:
        """Have a question chosen, and write on it; or go on with a story that lacks a part.

        Args:
            principle: the id of the principle at whose questions to begin.
            texts: what is written already.
        """
        from starprep.tui.screens.question_screen import QuestionScreen

        def chosen(beginning: "Beginning | None") -> None:
            if beginning and beginning.story:
                self._resume(beginning.story)
            elif beginning:
                self.write(beginning.question, beginning.principle, texts)

        unfinished = None if texts else self._unfinished()
        self._app.push_screen(QuestionScreen(self._asked(), principle, unfinished), chosen)

    def _asked(self) -> "list[Asked]":
        from starprep.practice.writing import Asked

        library = self._journey.library
        read = (library.principle(each.id) for each in library.shelf.principles)
        return [Asked(each.id, each.name, each.questions) for each in read if each]

    def _unfinished(self) -> "tuple[Beginning, str] | None":
        from starprep.practice.writing import Beginning

        found = self._session.story_to_go_on_with()
        if found is None:
            return None
        listing = self._journey.library.listing(found)
        question = listing.question if listing else found.replace("-", " ").capitalize()
        return Beginning(question, story=found), question

    def _resume(self, id: str) -> None:
        from starprep.stories.own_story import StoryUnreadable

        try:
            writing = self._session.resume_story(id)
        except StoryUnreadable as error:
            self._tell("Story", "\n".join(str(each) for each in error.problems))
        else:
            self._show(writing)

    def make(self, walkthrough: str | None, texts: "Mapping[Part, str]") -> None:
        """Make a story of what is written already, on a walkthrough's question or one to choose."""
        listing = self._journey.library.listing(walkthrough) if walkthrough else None
        if listing:
            self.write(listing.question, listing.principle or None, texts)
        else:
            self.begin(texts=texts)

    def write(
        self,
        question: str,
        principle: str | None = None,
        texts: "Mapping[Part, str] | None" = None,
    ) -> None:
        """Write on a question, with `texts` as what is written already."""
        writing = self._session.begin_story(question, principle)
        if texts:
            writing.write_all(texts)
            self.save(writing.story)
        self._show(writing)

    def _show(self, writing: "Writing") -> None:
        from starprep.texts.story_texts import begun
        from starprep.tui.screens.story_screen import StoryScreen

        level = self._journey.level or Level.SDE2
        screen = StoryScreen(writing, self._journey.reviewer(None), level)

        def left(_result: object) -> None:
            story = screen.written_story()
            self.save(story)
            self._journey.hear(self._journey.library.reread())
            self._journey.show_practice()
            if listing := self._journey.library.listing(story.id):
                self._journey.library_screen.point_at(story.id)
                self._app.notify(begun(listing.question, listing.parts), markup=False)

        self._screen = screen
        self._app.push_screen(screen, left)

    def save(self, story: "OwnStory") -> None:
        """Save a story, and tell why where it cannot be; the same reason once."""
        told = self._session.save_story(story)
        if told != self._told:
            self._tell("Your story", told)
        self._told = told
