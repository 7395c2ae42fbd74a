"""How often chance alone would do as much: exact where the ways can be counted, else drawn with a fixed seed."""
