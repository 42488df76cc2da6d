"""A follow-up question, with the reply that fails and the one that works."""

from starprep.library.key import Key
from starprep.library.model import Identifier, Model, Prose, Seconds

PROBE_SECONDS = 45
"""How long the reply to a follow-up question may take, in seconds, where the file does not say."""

INVITED = "invited-"
"""What the id of a follow-up begins with that no file holds: the answer's own words invite it."""


class WeakReply(Model):
    """A reply that fails, and why it does."""

    reply: Prose
    """What the candidate says."""
    why: Prose
    """Why it fails."""


class StrongReply(Model):
    """A reply that works, and the line of it to remember."""

    reply: Prose
    """What the candidate says."""
    line: Prose | None = None
    """The line to remember."""


class Probe(Model):
    """A follow-up question."""

    id: Identifier | None = None
    """A name in kebab-case that stays when the words change; unique within the file."""
    question: Prose
    """What the interviewer asks next."""
    tests: Prose | None = None
    """What the interviewer probes."""
    target_seconds: Seconds = PROBE_SECONDS
    """How long the reply may take when spoken."""
    weak: WeakReply | None = None
    """The reply that fails."""
    strong: StrongReply | None = None
    """The reply that works."""

    @property
    def key(self) -> Key:
        """What a reply to it is found again by."""
        line = self.strong.line if self.strong else None
        return Key(self.id, self.question, line or "")
