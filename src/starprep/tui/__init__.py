"""What the candidate sees. Textual lives on this floor only."""
