"""What every package speaks in: refusals, exact decimals, two languages, people's tables. No database tables."""
