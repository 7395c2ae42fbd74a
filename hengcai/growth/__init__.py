"""技能成长通道: ladders, star levels, who is ready for which step, the personal development plan."""
