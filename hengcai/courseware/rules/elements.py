"""What a part may set, and how long it may be: the tables of SCORM 1.2 and 2004, as far as a part writes them."""

import re
from collections.abc import Mapping

from hengcai.base.errors import NotValid
from hengcai.base.lengths import check_signs
from hengcai.courseware.rules.manifest import OLD

MOST_ELEMENTS, MOST_SIGNS = 6000, 600_000
_N = r"\.[0-9]{1,4}\."
_WORDS_12 = r"passed|completed|failed|incomplete|browsed|not attempted"
_NUMBER = r"-?[0-9]{1,7}(\.[0-9]{1,7})?"
# element → longest value, or the form a value has
_ELEMENTS_12 = {
    r"cmi\.core\.lesson_location": 255,
    r"cmi\.core\.lesson_status": _WORDS_12,
    r"cmi\.core\.exit": r"time-out|suspend|logout|",
    r"cmi\.core\.session_time": 20,
    r"cmi\.core\.score\.(raw|min|max)": f"{_NUMBER}|",
    r"cmi\.(suspend_data|comments)": 4096,
    r"cmi\.student_preference\.(audio|language|speed|text)": 255,
    rf"cmi\.objectives{_N}(id|status)": 255,
    rf"cmi\.objectives{_N}score\.(raw|min|max)": 20,
    rf"cmi\.interactions{_N}(id|time|type|weighting|student_response|result|latency)": 255,
    rf"cmi\.interactions{_N}(objectives{_N}id|correct_responses{_N}pattern)": 255,
}
_ELEMENTS_2004 = {
    r"cmi\.location": 1000,
    r"cmi\.completion_status": r"completed|incomplete|not attempted|unknown",
    r"cmi\.success_status": r"passed|failed|unknown",
    r"cmi\.exit": r"time-out|suspend|logout|normal|",
    r"cmi\.session_time": 60,
    r"cmi\.score\.(raw|min|max|scaled)": _NUMBER,
    r"cmi\.progress_measure": _NUMBER,
    r"cmi\.suspend_data": 64000,
    r"cmi\.learner_preference\.(audio_level|language|delivery_speed|audio_captioning)": 250,
    rf"cmi\.comments_from_learner{_N}(comment|location|timestamp)": 4000,
    rf"cmi\.objectives{_N}(id|success_status|completion_status|progress_measure|description)": 4000,
    rf"cmi\.objectives{_N}score\.(raw|min|max|scaled)": 20,
    rf"cmi\.interactions{_N}(id|type|timestamp|weighting|learner_response|result|latency|description)": 8000,
    rf"cmi\.interactions{_N}(objectives{_N}id|correct_responses{_N}pattern)": 8000,
    r"adl\.nav\.request": 4000,
    rf"adl\.data{_N}store": 64000,
}
_TABLES = {
    standard: [(re.compile(name), form if isinstance(form, int) else re.compile(form)) for name, form in rows.items()]
    for standard, rows in ((OLD, _ELEMENTS_12), ("2004", _ELEMENTS_2004))
}


def check_values(standard: str, values: Mapping[str, str]) -> None:
    """The first that the standard does not allow is named; a part can then be told, and its author."""
    if len(values) > MOST_ELEMENTS or sum(map(len, values.values())) > MOST_SIGNS:
        raise NotValid("courseware.state_large", most=MOST_SIGNS)
    for element, value in values.items():
        check_signs(value)
        _check_value(standard, element, value)


def _check_value(standard: str, element: str, value: str) -> None:
    form = next((form for name, form in _TABLES[standard] if name.fullmatch(element)), None)
    if form is None:
        raise NotValid("courseware.element_unknown", element=element[:80].replace("\0", ""))
    if isinstance(form, int):
        if len(value) > form:
            raise NotValid("courseware.value_long", element=element, found=len(value), most=form)
    elif not form.fullmatch(value):
        raise NotValid("courseware.value_wrong", element=element, value=value[:40])
