"""Forms of improvement, to be printed."""
