"""What the audit log calls these acts and rows."""

ACTS = {
    "audit.did.add_scenario": ("新建了情景", "Added a scenario"),
    "audit.did.bring_scenario": ("导入了情景文件", "Imported a scenario file"),
    "audit.did.choose": ("在情景模拟里做了选择", "Made choices in a simulation"),
    "audit.did.copy_scenario": ("复制了情景", "Copied a scenario"),
    "audit.did.edit_scenario": ("修改了情景", "Edited a scenario"),
    "audit.did.export_scenario": ("导出了情景", "Exported a scenario"),
    "audit.did.finish_run": ("完成了一次情景模拟", "Finished a simulation"),
    "audit.did.leave_run": ("放弃了一次情景模拟", "Gave up a simulation"),
    "audit.did.load_shipped_scenarios": ("载入了系统自带情景", "Loaded the built-in scenarios"),
    "audit.did.publish_scenario": ("发布了情景", "Published a scenario"),
    "audit.did.retire_scenario": ("停用了情景", "Retired a scenario"),
    "audit.did.start_run": ("开始了一次情景模拟", "Started a simulation"),
}
THINGS = {
    "audit.thing.simulation.inkstory": ("ink 故事", "ink story"),
    "audit.thing.simulation.sheet": ("对练检查表", "role-play check-list"),
    "audit.thing.simulation.take": ("对练录音", "role-play recording"),
    "audit.thing.simulation.turn": ("模拟对话", "simulated conversation"),
    "audit.thing.simulation.run": ("情景模拟记录", "simulation run"),
    "audit.thing.simulation.scenario": ("情景", "scenario"),
    "audit.thing.simulation.step": ("模拟中的选择", "choice in a simulation"),
}
WORDS = ACTS | THINGS
