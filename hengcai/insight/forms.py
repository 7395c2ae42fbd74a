"""Every package's forms in the centre's own words."""

from datetime import date

from hengcai.accounts.queries import the_centre
from hengcai.base.permissions import Doer
from hengcai.paper.forms.form import Choice, Form
from hengcai.paper.forms.laying import Centre, Laid, laid_out
from hengcai.paper.telling import Teller


def form_of(form: Form, choice: Choice, *, user: Doer, language: str, today: date) -> Laid:
    found = the_centre()
    centre = Centre(str(found.name.read(language)), found.form_heads)
    return laid_out(form, choice, user=user, centre=centre, tell=Teller(language), today=today)
