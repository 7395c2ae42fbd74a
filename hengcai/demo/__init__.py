"""One believable centre, built only by calling actions, fixed seed."""
