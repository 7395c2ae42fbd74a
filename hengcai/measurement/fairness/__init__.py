"""Fairness between groups of people: who is selected, and whether an item or a rater treats equals differently."""
