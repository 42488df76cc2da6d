"""starprep: a terminal rehearsal room for behavioural interviews."""

__version__ = "0.2.0"
