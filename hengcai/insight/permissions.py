from hengcai.base.permissions import Permission, everything
from hengcai.base.roles import ADMIN, GROUP, HEAD, HR, LEAD, QUALITY_SUPERVISOR, ROLES, TRAINER
from hengcai.people.permissions import led_teams

WHOLE_CENTRE = (GROUP, HR, HEAD, TRAINER, QUALITY_SUPERVISOR)
SEE_TEAM = Permission("insight.team.see", {LEAD: led_teams, **dict.fromkeys(WHOLE_CENTRE, everything)})
SEE_BOARD = Permission("insight.board.see", dict.fromkeys((LEAD, *WHOLE_CENTRE), everything))
SEE_FORM = Permission("insight.form.see", dict.fromkeys(ROLES, everything))
HAND_OUT = Permission("insight.person.hand_out", dict.fromkeys((HR, ADMIN), everything))
"""All that is held on one person, to be handed to that person."""
