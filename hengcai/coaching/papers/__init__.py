"""The printed forms of coaching, one file each."""
