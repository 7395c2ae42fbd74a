"""What the homes of those who answer for teams show above and below their own work."""

from typing import Any

from hengcai.base.roles import GROUP, HEAD, HR, LEAD, QUALITY_SUPERVISOR
from hengcai.insight.letters.state import late_letter, sights
from hengcai.insight.letters.trends import trend_letter
from hengcai.insight.queries.late import lateness
from hengcai.insight.queries.team import standing
from hengcai.insight.queries.trends import Picked, trends

DRAWN = 16  # of a kind, on a home page
FEW = 2  # so few leave room for both kinds side by side
SEES_TRENDS = frozenset((HEAD, QUALITY_SUPERVISOR, LEAD))
CHASES = frozenset((HEAD, QUALITY_SUPERVISOR, LEAD, GROUP, HR))
WHOLE = frozenset((HEAD, QUALITY_SUPERVISOR))


def state_of(user, *, today, language):
    """Nothing for those who answer for their own work alone."""
    if not user.roles & CHASES:
        return {}
    late = lateness(user, today=today)
    facts: dict[str, Any] = {"late": late_letter(late, language)}
    if user.roles & SEES_TRENDS:
        letters = [trend_letter(one, language) for one in trends(user, picked=Picked(count=DRAWN))]
        facts |= {"sights": sights(letters, late, language), "trends": letters}
        facts |= {"state_title": f"state.title.{'centre' if user.roles & WHOLE else 'teams'}"}
        facts |= {"is_few": all(len(letter.cells) <= FEW for letter in letters)}
        facts |= {"open_teams": open_teams(letters, today=today)}
    return facts


def open_teams(letters, *, today):
    """Teams drawn whose own page opens: those in which somebody stands today. Who sees their trend may open it."""
    drawn = {cell.team for letter in letters for cell in letter.cells} - {None}
    return standing(drawn, day=today) if drawn else set()


def moved_team(letters, open_teams):
    """What fell before what rose; None where no team moved that the reader may open."""
    cells = [cell for letter in letters for cell in letter.cells if cell.is_up is not None and cell.team in open_teams]
    return min(cells, key=lambda cell: cell.is_up, default=None)
