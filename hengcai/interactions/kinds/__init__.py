"""One module a kind of file; `registry` is where each says what it needs and how its rows come in."""
