"""培训: what people need to learn and why; the needs survey and the team skill status report."""
