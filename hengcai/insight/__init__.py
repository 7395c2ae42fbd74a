"""Profiles, trends and reports across packages; reads only."""
