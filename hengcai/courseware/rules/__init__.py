"""What a package may look like, what its manifest says, and what its parts may report."""
