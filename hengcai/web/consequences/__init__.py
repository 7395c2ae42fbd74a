"""Pages of what follows from a result."""
