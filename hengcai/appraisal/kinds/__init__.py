"""Files this package takes in, one module a kind."""
