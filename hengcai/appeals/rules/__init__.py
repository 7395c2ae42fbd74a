"""Windows, the draw of members, what is put forward and how it carries. Knows no Django."""
