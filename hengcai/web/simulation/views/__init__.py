"""Views of simulations, one module a subject."""
