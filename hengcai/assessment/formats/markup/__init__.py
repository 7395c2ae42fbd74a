"""Markdown from HTML and back, so that what renders alike is alike."""
