"""What a trained interviewer would write down of a candidate's own answer.

Rules, not a model: each is a small function from the words to remarks, and what it looks for stands
in `rules.toml`, with the reason and the source. The same input always gives the same review, and
none of it predicts an outcome.
"""
