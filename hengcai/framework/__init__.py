"""What people are judged by: versions of the competency library, models chosen from it, posts and their profiles."""
