"""Scenarios and runs: states, channels, speakers, ends, moves, rights."""

NAMES = {
    "simulation.scenario.state.draft": ("草稿", "Draft"),
    "simulation.scenario.state.published": ("已发布", "Published"),
    "simulation.scenario.state.retired": ("已停用", "Retired"),
    "simulation.run.state.playing": ("进行中", "In progress"),
    "simulation.run.state.finished": ("已完成", "Finished"),
    "simulation.run.state.left": ("已放弃", "Given up"),
    "simulation.channel.voice": ("电话", "Call"),
    "simulation.channel.chat": ("在线会话", "Chat"),
    "simulation.who.customer": ("客户", "Customer"),
    "simulation.who.agent": ("客服", "Agent"),
    "simulation.who.system": ("系统", "System"),
    "simulation.who.colleague": ("同事", "Colleague"),
    "simulation.end.good": ("处理得好", "Well handled"),
    "simulation.end.middling": ("有得有失", "Mixed outcome"),
    "simulation.end.poor": ("处理得不好", "Poorly handled"),
    "move.edit_scenario": ("修改情景", "Edit the scenario"),
    "move.publish_scenario": ("发布情景", "Publish the scenario"),
    "move.retire_scenario": ("停用情景", "Retire the scenario"),
    "move.finish_run": ("完成模拟", "Finish the simulation"),
    "move.leave_run": ("放弃模拟", "Give up the simulation"),
}
RIGHTS = {
    "right.simulation.scenario.see": ("查看情景", "See scenarios"),
    "right.simulation.scenario.write": ("编写、发布情景", "Write and publish scenarios"),
    "right.simulation.run.start": ("开始情景模拟", "Start a simulation"),
    "right.simulation.run.play": ("做自己的情景模拟", "Play their own simulations"),
    "right.simulation.run.see": ("查看模拟记录", "See simulation runs"),
    "right.simulation.result.see": ("查看情景的选择分布", "See how people chose in a scenario"),
    "right.simulation.result.export": ("导出情景和模拟记录", "Export scenarios and simulation runs"),
}
WORDS = NAMES | RIGHTS
