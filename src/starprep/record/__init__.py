"""What was done: one list of events, the file that keeps it, and what is computed from it."""
