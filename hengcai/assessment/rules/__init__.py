"""What questions and answers are, and what may be told of them; no Django."""
