"""Coaching sessions and the library of cases."""
