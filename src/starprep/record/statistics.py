"""What the record tells of a walkthrough, as plain data for other programs."""

from collections.abc import Sequence

from starprep.library.key import Key
from starprep.library.parts import Part
from starprep.record.events import HuntEvent
from starprep.record.fading import suggest_cue
from starprep.record.history import History, Run
from starprep.record.items import probe_progress, quiz_progress


def statistics(history: History, quiz: Sequence[Key], probes: Sequence[Key]) -> dict[str, object]:
    """Return what is computed of one walkthrough as plain data, times in seconds and ISO 8601.

    `quiz` and `probes` are its questions and follow-ups as they are now, none where it is no
    longer in the library. docs/record.md defines every key.
    """
    quizzed = quiz_progress(history.quiz, quiz)
    probed = probe_progress(history.probes, probes)
    best, best_hunt = history.best, history.best_hunt
    return {
        "last": history.last.isoformat() if history.last else None,
        "whole_answers": [_run_as_data(run) for run in history.runs],
        "best": _run_as_data(best) if best else None,
        "parts": {
            part.value: _part_as_data(history, part) for part in Part if history.drills_of(part)
        },
        "probes_answered": len(probed.answered),
        "probes_lost": probed.lost,
        "quiz": {
            "count": quizzed.count,
            "asked": len(quizzed.asked),
            "right": len(quizzed.known),
            "lost": quizzed.lost,
        },
        "pages_read": sorted(history.pages_read),
        "hunts": [_hunt_as_data(hunt) for hunt in history.hunts],
        "best_hunt": _hunt_as_data(best_hunt) if best_hunt else None,
    }


def _part_as_data(history: History, part: Part) -> dict[str, object]:
    drills, spoken = history.drills_of(part), history.spoken_of(part)
    last = spoken[-1] if spoken else None
    return {
        "attempts": len(drills),
        "typed": len(drills) - len(spoken),
        "last_seconds": last.seconds if last else None,
        "last_difference": round(last.seconds - last.target_seconds, 1) if last else None,
        "last_signals": len(drills[-1].signals),
        "last_rating": drills[-1].rating,
        "next_cue": suggest_cue(drills).value,
    }


def _hunt_as_data(hunt: HuntEvent) -> dict[str, object]:
    return {
        "time": hunt.time.isoformat(),
        "target_seconds": hunt.target_seconds,
        "seconds": hunt.seconds,
        "found": hunt.found,
        "missed": hunt.missed,
        "imagined": hunt.imagined,
    }


def _run_as_data(run: Run) -> dict[str, object]:
    return {
        "time": run.time.isoformat(),
        "level": run.level.value,
        "target_seconds": run.target_seconds,
        "seconds": round(run.seconds, 1),
        "signals": run.signals,
        "typed": run.is_typed,
    }
