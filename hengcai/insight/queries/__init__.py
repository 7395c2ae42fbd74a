"""What reports and home pages show, read across packages."""
