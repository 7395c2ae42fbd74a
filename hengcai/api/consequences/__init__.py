"""What follows from results, for programs."""
