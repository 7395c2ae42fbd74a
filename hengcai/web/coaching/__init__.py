"""Pages of coaching and of the library of cases."""
