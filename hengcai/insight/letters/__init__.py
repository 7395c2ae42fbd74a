"""What a report says, sentence by sentence in one language: pages and papers are both made from it."""
