"""The API of the growth path: next steps, ladders, development plans."""
