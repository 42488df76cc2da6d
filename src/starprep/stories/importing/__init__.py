"""Importing: a candidate's own stories, read from the files that they have, in whatever shape.

Bytes become text (`encoding`), text becomes blocks (one small reader for each format), and blocks
become stories by one understanding of them: `sections` groups them under their headings, `labels`
knows what the parts are called, `story_drafts` says where a story begins, `find_stories` puts it
together. Nothing of a file is dropped: what is no story is kept as a `Leftover`, with why.
"""
