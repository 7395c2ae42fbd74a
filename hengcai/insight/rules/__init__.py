"""What pages and reports may claim: findings of a person or a team, points that moved, what is due when."""
