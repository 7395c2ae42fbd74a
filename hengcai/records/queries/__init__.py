"""Records as their readers may see them."""
