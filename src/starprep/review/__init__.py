"""What a trained interviewer would write down of a candidate's own answer.

Rules, not a model. Each rule is a table in `rules.toml`, with what it looks for, its reason and its
source, and a function of the same name in `structure`, `ownership`, `evidence`, `lesson` or
`manner`, from an answer to remarks. The same input always gives the same review, and none of it
predicts an outcome.
"""
