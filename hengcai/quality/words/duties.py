"""What the inbox calls quality work."""

WORDS = {
    "duty.score": ("质检评分", "Score a contact"),
    "duty.answer": ("确认或申诉质检结果", "Confirm or dispute an evaluation"),
    "duty.dispute.support": ("对组员的申诉写意见", "Give an opinion on a dispute"),
    "duty.dispute.take": ("受理质检申诉", "Take on a dispute to decide it"),
    "duty.dispute.decide": ("裁定质检申诉", "Decide a dispute"),
    "duty.recheck.give": ("安排复核人", "Assign a recheck"),
    "duty.recheck.score": ("复核评分", "Score a recheck"),
    "duty.recheck.settle": ("裁定复核差异", "Settle a recheck"),
    "duty.case.judge": ("核实红线事件", "Decide on a red-line case"),
    "duty.calibration.score": ("校准盲评", "Score blind for a calibration"),
    "duty.calibration.reveal": ("揭晓校准评分", "Reveal the marks of a calibration"),
    "duty.calibration.conclude": ("商定标准分并给出认证结果", "Agree the calibrated score and conclude a calibration"),
}
