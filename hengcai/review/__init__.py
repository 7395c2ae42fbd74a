"""今日复习: what somebody got wrong or has to know by heart, asked again on the day they are about to forget it."""
