"""The arithmetic of scorecards: what a card is made of, which marks it takes, what they come to."""
