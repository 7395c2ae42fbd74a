"""What a row of a file must hold to be a contact, a measure or a complaint; plain Python."""
