"""Pages of the growth path, by subject."""
