"""What is asked today, what came of an answer, how much is still known."""
