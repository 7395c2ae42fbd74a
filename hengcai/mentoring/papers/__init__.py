"""What mentoring and permits print, one file each."""
