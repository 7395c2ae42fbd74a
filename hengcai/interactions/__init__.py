"""Contacts with customers: narrow rows here, transcripts in the lake, copied in when picked for work."""
