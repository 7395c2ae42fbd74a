"""The printed forms of quality work, one file each."""
