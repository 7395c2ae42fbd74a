"""考核小组: members, mandate, minutes, tasks and project groups; suggestions about the system and their answers."""
