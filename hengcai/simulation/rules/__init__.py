"""What a scenario is, what is wrong with one, how it is played and scored."""
