"""The arithmetic of appraisal and the policies it follows: exact, pure, without database or clock."""
