"""What every package speaks in: refusals, exact decimals, texts in two languages, people's tables. No database tables."""
