"""What is said of a walkthrough's questions: how many were asked, and how it went."""

from starprep.record.items import ProbeProgress, QuizProgress


def quiz(progress: QuizProgress) -> str:
    """Say how many of the questions asked were right, and how many there are beside: `1 of 1 asked
    right, 8 in all`.
    """
    right, asked = len(progress.known), len(progress.asked)
    if not asked:
        return "not tried yet"
    if asked == progress.count:
        return f"{right} of {asked} right"
    return f"{right} of {asked} asked right, {progress.count} in all"


def lost(quiz: QuizProgress, probes: ProbeProgress) -> str:
    """Say how many answers belong to no question of the file as it is now; nothing where none do.

    2 answers are to questions that are no longer in the file.
    """
    count = quiz.lost + probes.lost
    if count == 1:
        return "1 answer is to a question that is no longer in the file"
    return f"{count} answers are to questions that are no longer in the file" if count else ""
