"""Cycles, rating forms, results."""
