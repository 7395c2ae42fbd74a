"""Who is interviewed, and what comes first; no Django."""
