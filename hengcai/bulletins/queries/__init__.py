"""What pages, API and other packages read of notices and of the knowledge base's corrections."""
