"""The questions that an answer itself invites: what an interviewer would ask next, and why.

Each rule is a table in `inviting.toml`, with its question, what that probes and what it is asked
about, and a function of the same name in `people`, `numbers`, `deeds` or `anything`, from an answer
to the words that invite it, those first that invite it most.
"""
