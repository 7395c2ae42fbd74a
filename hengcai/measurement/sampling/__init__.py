"""Which contacts to listen to, with what probability, how many, and what the drawn ones say about all of them."""
