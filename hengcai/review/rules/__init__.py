"""When a card comes again, and what was still known after a month."""
