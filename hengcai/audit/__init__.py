"""Who did what and when, as a hash chain, and the wrapper under which every write runs."""
