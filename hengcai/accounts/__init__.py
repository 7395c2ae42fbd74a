"""Users, their roles, the centre they belong to, and which roles a centre lets in further."""
