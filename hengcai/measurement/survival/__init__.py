"""How long people stay: curves, comparisons of groups, hazards; through lifelines, imported only when asked."""
