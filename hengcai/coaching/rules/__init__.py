"""What makes a coaching session whole, what its marks allow to be said, what makes a case."""
