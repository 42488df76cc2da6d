"""The least that a Textual app can be, to compare with: a header, a footer, one line of text."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Static


class BareApp(App[None]):
    """Counts up with j and down with k."""

    BINDINGS = [("j", "count(1)", "Up"), ("k", "count(-1)", "Down"), ("q", "quit", "Quit")]
    total = 0

    def compose(self) -> ComposeResult:
        """Put the line between the bars."""
        yield Header()
        yield Static("Total 0", id="line")
        yield Footer()

    def action_count(self, by: int) -> None:
        """Change the line."""
        self.total += by
        self.query_one("#line", Static).update(f"Total {self.total}")


if __name__ == "__main__":
    BareApp().run()
