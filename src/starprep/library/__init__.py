"""What is practised: walkthroughs and principles, read from TOML, checked and written.

Nothing here knows a screen. `shelf` and `reading.parse` are light (standard library only), so that
a list can be drawn before the models, which need Pydantic, are imported.
"""
