"""What pages, API and other packages read of pairs and permits."""
