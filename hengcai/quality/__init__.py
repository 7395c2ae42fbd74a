"""Scorecards, who scores what, evaluations and their exact scores, red-line cases."""
