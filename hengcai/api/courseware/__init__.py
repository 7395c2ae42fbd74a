"""SCORM packages: taken in, opened, and what they report."""
