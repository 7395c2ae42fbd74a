"""The nine roles of a contact centre, and one right a person of another department may hold."""

AGENT = "agent"
LEAD = "lead"
ANALYST = "analyst"
QUALITY_SUPERVISOR = "quality_supervisor"
TRAINER = "trainer"
HR = "hr"
GROUP = "appraisal_group"
HEAD = "head"
ADMIN = "admin"
LIAISON = "liaison"

ROLES = (AGENT, LEAD, ANALYST, QUALITY_SUPERVISOR, TRAINER, HR, GROUP, HEAD, ADMIN, LIAISON)
