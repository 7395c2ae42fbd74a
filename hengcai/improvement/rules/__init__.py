"""Pure rules of improvement: a corrective measure's words and days, what its check allows to be said."""
