"""The printed forms of the panel, one file each."""
