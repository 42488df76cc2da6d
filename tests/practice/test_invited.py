"""The follow-ups that a story's own words invite, asked beside those of its file."""

from pathlib import Path

import pytest

from starprep.library.library import Library
from starprep.library.parts import Level
from starprep.library.probe import INVITED
from starprep.library.walkthrough import Walkthrough
from starprep.practice.invited import invited_probes
from starprep.practice.session import Session
from starprep.record.items import ProbeProgress, probe_progress
from tests.examples import write_library
from tests.practice.times import START, FakeClock, stamper
from tests.review.heard import BOOK


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session(
        Library([write_library(tmp_path / "content")]),
        tmp_path / "progress.json",
        clock=FakeClock(),
        stamp=stamper(),
        now=lambda: START,
    )


@pytest.fixture
def walkthrough(session: Session) -> Walkthrough:
    found = session.library.walkthrough("lost-parcels")
    assert found is not None
    return found


def test_each_has_a_name_of_its_own_and_no_replies(walkthrough: Walkthrough) -> None:
    probes = invited_probes(walkthrough, Level.SDE2, BOOK)
    names = [probe.id or "" for probe in probes]
    assert probes
    assert all(name.startswith(INVITED) for name in names)
    assert len(set(names)) == len(names)
    assert all(probe.tests and not probe.weak and not probe.strong for probe in probes)
    assert invited_probes(walkthrough, Level.SDE2, BOOK) == probes


def test_what_the_file_asks_is_not_asked_again(walkthrough: Walkthrough) -> None:
    probes = invited_probes(walkthrough, Level.SDE2, BOOK)
    (cause,) = (probe for probe in probes if "What else changed" in probe.question)
    (written,) = walkthrough.probes
    asked = written.model_copy(update={"question": "From 2% to zero. Wasn't that just luck?"})
    others = invited_probes(walkthrough.model_copy(update={"probes": (asked,)}), Level.SDE2, BOOK)
    assert cause not in others


def test_they_come_after_the_written_ones_and_only_where_they_are_wanted(
    session: Session, walkthrough: Walkthrough
) -> None:
    written = session.probing(walkthrough).probes
    assert written == walkthrough.probes
    both = session.probing(walkthrough, Level.SDE2).probes
    assert both == (*written, *invited_probes(walkthrough, Level.SDE2, BOOK))


def test_a_reply_is_known_again_and_counts_as_none_of_the_files(
    session: Session, walkthrough: Walkthrough
) -> None:
    probing = session.probing(walkthrough, Level.SDE2)
    while probing.number < probing.count:
        probing.reply.attempt.reveal()
        assert probing.proceed() == ()
    asked = probing.reply.probe
    probing.reply.attempt.start()
    probing.finish()
    (event,) = probing.proceed()
    assert (event.item, event.place, event.question) == (asked.id, None, asked.question)
    keys = [probe.key for probe in walkthrough.probes]
    assert probe_progress([event], keys) == ProbeProgress(1, frozenset(), 0)
