"""Agents' scores freed of their raters' severity: fixed-effects severities first, then empirical Bayes shrinkage."""
