"""What the audit log calls these acts and rows."""

ACTS = {
    "audit.did.add_take": ("上传了对练录音", "Uploaded a role-play recording"),
    "audit.did.agree_to_recording": ("登记了双方同意录音", "Recorded that both agreed to be recorded"),
    "audit.did.call_off_role_play": ("取消了对练", "Cancelled a role play"),
    "audit.did.end_talk": ("结束了模拟对话", "Ended a simulated conversation"),
    "audit.did.hand_in_sheet": ("提交了对练检查表", "Submitted a role-play check-list"),
    "audit.did.hear": ("收到了模拟客户的回答", "Got answers from the simulated customer"),
    "audit.did.remove_takes": ("删除了对练录音", "Deleted the recordings of a role play"),
    "audit.did.save_sheet": ("填写了对练检查表", "Filled in a role-play check-list"),
    "audit.did.say": ("在模拟对话里说了话", "Spoke in a simulated conversation"),
    "audit.did.start_role_play": ("发起了现场对练", "Started a role play"),
    "audit.did.start_talk": ("开始了模拟对话", "Started a simulated conversation"),
    "audit.did.take_sheet": ("开始评一次模拟对话", "Began to mark a simulated conversation"),
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
