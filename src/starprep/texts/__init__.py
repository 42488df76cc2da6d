"""What is said: pure functions from what is practised, done and heard to text, for every face."""
