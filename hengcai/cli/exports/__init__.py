"""One module a kind of export: `write(stream, chosen)` gives out the rows and answers how many there were.

`ENDINGS` are the file names it can be written under, `TAKES` and `NEEDS` its options (`hengcai.cli.exporting`); a kind
whose file is more than text also has `save(path, chosen)`.
"""
