"""What is read of improvement, as far as its reader may see it."""
