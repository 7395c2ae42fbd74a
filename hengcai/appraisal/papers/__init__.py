"""What an appraisal prints, one file each: its forms (a `FORM`), the cycle's report, and how a result is told."""
