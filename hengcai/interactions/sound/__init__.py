"""Recordings as sound: opened by what they are, decoded a second at a time, never held whole."""
