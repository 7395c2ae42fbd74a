"""Reads of the growth path, by reader."""
