"""One module a kind of export: `write(stream, chosen)` gives out the rows and answers how many there were."""
