"""Pages of business notices, spot tests and corrections of the knowledge base."""
