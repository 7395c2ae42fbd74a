"""Reads of the appraisal, by noun."""
