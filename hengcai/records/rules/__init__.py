"""What decides, without a database: days, what an answer needs, how a record is sealed and how it is verified."""
