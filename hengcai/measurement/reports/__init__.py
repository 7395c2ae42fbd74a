"""One module a study: a table and the names of its columns in, the JSON object of its command out."""
