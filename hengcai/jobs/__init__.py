"""Long work in small steps: each step is one transaction, its cursor survives any kill."""
