"""Business notices, spot tests and corrections of the knowledge base for programs."""
