"""Appeals: the list, one of them, and every step of it."""
