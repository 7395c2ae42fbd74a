"""One module a kind of file that comes in whole, not row by row: `bring(chosen)` answers what was made of it."""
