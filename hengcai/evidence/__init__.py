"""Append-only ledger: this person, this competency, this level, from this source, that day."""
