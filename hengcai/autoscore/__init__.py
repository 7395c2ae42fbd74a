"""Every conversation scored by rules a manager can read, with the words that were found."""
