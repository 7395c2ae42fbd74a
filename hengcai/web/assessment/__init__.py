"""Pages of questionnaires and surveys."""
