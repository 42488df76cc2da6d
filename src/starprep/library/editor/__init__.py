"""What a careful editor would catch in content that is right in form.

A rule is a function from a walkthrough, a principle or a whole library to findings; its name is
what a message ends in, and what the reasons in `docs/editing.md` are filed under.
"""
