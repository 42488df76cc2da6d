"""The commands: each says what it found or did, or opens a screen."""
