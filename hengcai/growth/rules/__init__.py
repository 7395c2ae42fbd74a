"""What a step asks for, and how far somebody is from it. Plain Python."""
