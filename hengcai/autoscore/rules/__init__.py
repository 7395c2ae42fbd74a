"""Plain Python: what a rule file says and what it finds in one conversation."""
