"""What follows from a result, as arithmetic and order: pure functions, exact throughout."""
