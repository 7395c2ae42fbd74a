"""What this package decides by, without a database."""
