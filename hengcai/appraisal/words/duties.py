"""What the inbox calls rating forms."""

WORDS = {
    "duty.rating.self": ("填写自评", "Fill in your self-assessment"),
    "duty.rating.superior": ("评价组员", "Rate your people"),
    "duty.rating.peer": ("评价同事", "Rate colleagues"),
    "duty.rating.practical": ("实操考核评分", "Rate practical tests"),
}
