"""Scorecards, work given out, evaluations."""
