"""What holds of people's histories whatever they are stored in: periods, reporting lines, rows of a people file."""
