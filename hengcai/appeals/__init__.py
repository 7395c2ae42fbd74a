"""考核申诉: a result contested by the person it is about, and the answer of members who had no part in it."""
