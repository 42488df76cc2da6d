"""The two themes: quiet, one accent; green, amber and red for pace and verdicts only."""

from textual.theme import Theme

DARK = Theme(
    name="starprep-dark",
    dark=True,
    primary="#82aaff",
    secondary="#82aaff",
    accent="#82aaff",
    foreground="#d8dce4",
    background="#14161b",
    surface="#1b1e25",
    panel="#232731",
    success="#8ccf7e",
    warning="#e5b567",
    error="#f07178",
    variables={"muted": "#8b93a7"},
)
LIGHT = Theme(
    name="starprep-light",
    dark=False,
    primary="#2456b8",
    secondary="#2456b8",
    accent="#2456b8",
    foreground="#23262d",
    background="#fbfaf7",
    surface="#f2f0eb",
    panel="#e6e3dc",
    success="#2b7a3f",
    warning="#8f5b00",
    error="#b3283d",
    variables={"muted": "#6b6f78"},
)
THEMES = {"dark": DARK, "light": LIGHT}
"""The themes by the name that the settings use."""
