"""Living with one's own stories: what the app does with their files when a screen asks for it."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App, SuspendNotSupported

from starprep.library.library import Library
from starprep.texts.styled import counted
from starprep.tui.journey import Journey
from starprep.tui.screens.library_screen import LibraryScreen

if TYPE_CHECKING:
    from starprep.practice.importing import Import


class OwnStories:
    """Edits, deletes, brings back and imports; the library shows at once what came of it.

    Args:
        app: where it is asked, and what steps aside for an editor.
        library: what there is.
        folder: where the stories are.
        journey: shows a story that has changed.
        library_screen: the first screen.
        tell: says in the corner, under a title, what the candidate should know.
    """

    def __init__(
        self,
        app: App[None],
        library: Library,
        folder: Path,
        journey: Journey,
        library_screen: LibraryScreen,
        tell: Callable[[str, str | None], None],
    ) -> None:
        self._app, self._library, self._journey = app, library, journey
        self._folder, self._library_screen, self._tell = folder, library_screen, tell
        self._deleted: tuple[Path, Path] | None = None  # where it is, where it was

    def edit(self, path: Path) -> None:
        """Open a story's file in the candidate's editor, and read it again afterwards.

        The story as it was stays usable until the file is right.
        """
        from starprep.stories.text_editor import EditorTrouble, edit, editor_command

        try:
            command = editor_command(os.environ)
            self._library.hold(path)
            with self._app.suspend():
                edit(path, command)
        except SuspendNotSupported:
            self._tell("Editor", f"An editor cannot be opened from here. The file is {path}")
            return
        except EditorTrouble as error:
            self._tell("Editor", str(error))
        self._library.refresh(path)
        self._journey.show_changed(path)

    def delete(self, path: Path) -> None:
        """Ask, and take a story's file out of sight."""
        from starprep.stories.own_story import TRASH, delete
        from starprep.tui.screens.ask_screen import AskScreen

        listing = self._library.shelf.at(path)
        name = listing.title if listing else path.name

        def answered(yes: bool | None) -> None:
            if not yes:
                return
            try:
                self._deleted = delete(path), path
            except OSError as error:
                self._tell("Not deleted", _why(path, error))
                return
            self._show(path)
            key = self._library_screen.key_of("library.undo")
            self._app.notify(f"{name} is deleted. {key} brings it back.", markup=False)

        kept = (
            f"Its file goes into the folder {TRASH} beside your stories; it can be brought back "
            "right after. What you practised stays in the record."
        )
        self._app.push_screen(AskScreen(f"Delete “{name}”?", kept, "Delete", "Keep"), answered)

    def undo(self) -> None:
        """Bring back the story that was deleted last."""
        from starprep.stories.own_story import restore

        if self._deleted is None:
            return
        deleted, path = self._deleted
        try:
            restore(deleted, path)
        except OSError as error:
            self._tell("Not brought back", _why(path, error))
            return
        self._deleted = None
        self._show(path)
        if listing := self._library.shelf.at(path):
            self._library_screen.point_at(listing.id)

    def read_in(self) -> None:
        """Ask for a file, and write the stories in it."""
        from starprep.practice.importing import read_import
        from starprep.tui.screens.import_screen import ImportScreen

        def written(done: "Import | None") -> None:
            # A read-only or full disk may have kept some of them from being written: look anew.
            self._library.refresh()
            self._library_screen.show_library()
            if done:
                self._library_screen.point_at(done.new[0].path.stem)
                said = f"{counted(len(done.new), 'file')} written to {self._folder}"
                self._app.notify(said, markup=False)

        def read(said: str) -> "Import":
            return read_import(said, self._library, self._folder)

        self._app.push_screen(ImportScreen(read), written)

    def _show(self, path: Path) -> None:
        self._library.refresh(path)
        self._library_screen.may_undo = self._deleted is not None
        self._journey.show_changed(path)


def _why(path: Path, error: OSError) -> str:
    return f"{path}: {(error.strerror or str(error)).lower()}"
