"""Plain rules of pairs and permits."""
