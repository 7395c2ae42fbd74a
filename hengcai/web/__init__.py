"""Pages: one folder a package; the shell holds base page, menu and static files."""
