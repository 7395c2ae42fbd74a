"""What is read of packages and of how far people are in them."""
