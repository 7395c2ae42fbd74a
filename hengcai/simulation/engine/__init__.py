"""Ink stories run by a process of their own that ends: bounded in time and memory, whatever the story does."""
