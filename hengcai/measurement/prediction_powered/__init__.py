"""Few human scores and many automated ones joined into one unbiased mean that is narrower than the human mean alone."""
