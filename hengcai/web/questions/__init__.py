"""Pages of the question bank: the list, one question, its editor, files in and out, duplicates, recordings."""
