"""The printed forms of the standards, one file each."""
