"""Where the variance of ratings comes from, and how many raters, items and contacts a decision needs."""
