"""The printed forms of confirming a result, one file each."""
