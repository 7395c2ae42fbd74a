"""What this package is read by."""
