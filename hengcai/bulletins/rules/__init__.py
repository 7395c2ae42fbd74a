"""When a notice is to be read, what a test asks and of whom, when a correction is late: plain functions."""
