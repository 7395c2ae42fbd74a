"""The printed forms of the growth path, one file each."""
