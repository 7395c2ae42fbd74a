"""The printed forms of training plans and effects, one file each."""
