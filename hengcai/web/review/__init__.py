"""Pages of today’s review."""
