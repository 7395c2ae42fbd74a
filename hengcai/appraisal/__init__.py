"""Appraisal cycles: who rates whom, the rules that turn ratings into a score, results and their way."""
