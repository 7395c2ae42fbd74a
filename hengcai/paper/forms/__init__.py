"""Forms in general: what one consists of, how it is laid out and in whose words. Each stands in its package's `papers/`."""
