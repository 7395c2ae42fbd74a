"""What the report rests on, read from the other packages; nothing here writes."""
