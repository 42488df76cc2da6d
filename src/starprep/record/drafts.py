"""Drafts: what was typed and is in no record yet, kept for the next time."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from starprep.library.parts import Part
from starprep.library.text import as_typed
from starprep.writing import move_aside, write_whole

FORMAT: Literal[1] = 1
"""The format of the file that this starprep reads and writes."""

LOCK_SECONDS = 2.0
"""How long another window may hold the file, in seconds, before saving is given up."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a text answers."""

    mode: Literal["drill", "probe", "review", "story"]
    """Where it was typed. The text of a story is its whole file."""
    walkthrough: str | None = None
    """The walkthrough's id; None where it answers none."""
    part: Part | None = None
    """The part of the answer; None for the whole of it, and for a reply."""
    question: str | None = None
    """The follow-up question, as it was asked; None where it answers none."""


class Draft(BaseModel):
    """One text, as it was left."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    subject: Subject
    """What it answers; no other draft has the same."""
    text: str = Field(min_length=1)
    time: AwareDatetime
    """When it was left, ISO 8601."""


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", defer_build=True)

    format: Literal[1]
    drafts: tuple[Draft, ...] = ()


class DraftsNewer(Exception):
    """The file is of a format that this starprep does not know."""


class DraftsUnreadable(Exception):
    """The file cannot be understood."""


class DraftsUnwritable(Exception):
    """The drafts could not be saved; they are still held."""


def read_drafts(path: Path) -> dict[Subject, Draft]:
    """Read the file at `path`; there are none where there is no file.

    Raises:
        DraftsNewer: its format is newer than this starprep knows.
        DraftsUnreadable: it cannot be opened, or holds something else.
    """
    try:
        data = json.loads(path.read_bytes())
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise DraftsUnreadable((error.strerror or str(error)).lower()) from error
    except (ValueError, RecursionError) as error:
        raise DraftsUnreadable(f"it is not JSON: {error}") from error
    version = data.get("format") if isinstance(data, dict) else None
    if isinstance(version, int | float) and version > FORMAT:
        raise DraftsNewer(f"it has format {version}, and this starprep knows format {FORMAT}")
    if isinstance(version, bool) or version != FORMAT:
        raise DraftsUnreadable(f'it has no "format": {FORMAT}')
    try:
        found = _File.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(step) for step in first["loc"]) or "the file"
        raise DraftsUnreadable(f"{where}: {first['msg'].lower()}") from error
    return {draft.subject: draft for draft in found.drafts}


class Drafts:
    """The drafts, and the file in which they are kept, readable by its owner alone.

    Two windows may hold the same file: it is read again before each change, and only the draft in
    question is changed. Nothing is written where `is_read_only`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.notice: str | None = None
        """What the candidate should be told about the file, or None."""
        self.is_read_only = False
        self._found: dict[Subject, Draft] = {}
        self._unsaved: dict[Subject, Draft | None] = {}  # None where one is to be taken away

    @classmethod
    def open(cls, path: Path, now: datetime) -> "Drafts":
        """Open the drafts at `path`, for which nothing need exist yet.

        A file that cannot be understood is moved aside under a new name, with the time `now` in
        it; a newer one is left alone. Either is told in `notice`.
        """
        drafts = cls(path)
        drafts._refresh(now)
        return drafts

    def of(self, subject: Subject) -> Draft | None:
        """Return what was left of an answer; None where nothing was."""
        return self._all.get(subject)

    def at(self, mode: str) -> tuple[Draft, ...]:
        """Return all that was left in one place, the latest first."""
        found = (draft for draft in self._all.values() if draft.subject.mode == mode)
        return tuple(sorted(found, key=lambda draft: draft.time, reverse=True))

    @property
    def _all(self) -> Mapping[Subject, Draft]:
        changed = {**self._found, **self._unsaved}
        return {subject: draft for subject, draft in changed.items() if draft is not None}

    def keep(self, subject: Subject, text: str, now: datetime) -> None:
        """Keep `text` as it was typed, in place of what was left before.

        Raises:
            DraftsUnwritable: it could not be saved; it is held, and the next call tries again.
        """
        text = as_typed(text)
        before = self.of(subject)
        if not text.strip():
            self.clear(subject, now)
        elif self._unsaved or before is None or before.text != text:
            self._change(subject, Draft(subject=subject, text=text, time=now), now)

    def clear(self, subject: Subject, now: datetime) -> None:
        """Forget what was left of an answer, as it is given, or emptied.

        Raises:
            DraftsUnwritable: the file could not be written; the next call tries again.
        """
        if self.of(subject) is not None:
            self._change(subject, None, now)

    def _change(self, subject: Subject, draft: Draft | None, now: datetime) -> None:
        self._unsaved[subject] = draft
        if self.is_read_only:
            return
        from filelock import FileLock

        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with FileLock(f"{self.path}.lock", timeout=LOCK_SECONDS, mode=0o600):
                self._refresh(now)
                if not self.is_read_only:
                    self._write()
        except OSError as error:
            raise DraftsUnwritable((error.strerror or str(error)).lower()) from error

    def _write(self) -> None:
        whole = dict(self._all)
        file = _File(format=FORMAT, drafts=tuple(whole.values()))
        write_whole(self.path, file.model_dump_json(indent=1, exclude_none=True).encode() + b"\n")
        self._found, self._unsaved = whole, {}

    def _refresh(self, now: datetime) -> None:
        try:
            self._found = read_drafts(self.path)
        except DraftsNewer as error:
            self.is_read_only = True
            self.notice = (
                f"{self.path} was written by a newer starprep: {error}. "
                "It is left as it is, and what you type and do not finish is not kept."
            )
        except DraftsUnreadable as error:
            self._move_aside(now, str(error))

    def _move_aside(self, now: datetime, why: str) -> None:
        try:
            aside = move_aside(self.path, now)
        except OSError as error:
            self.is_read_only = True
            self.notice = (
                f"{self.path} cannot be read ({why}) nor moved aside "
                f"({(error.strerror or str(error)).lower()}). What you type and do not finish is "
                "not kept."
            )
        else:
            self._found = {}
            self.notice = (
                f"{self.path} cannot be read: {why}. It is kept as {aside.name} beside a new one."
            )
