"""The only place of this package that writes to the database."""
