"""The printed forms of appeals, one file each."""
