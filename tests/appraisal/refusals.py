"""Expects a refusal by its code and hands back its facts."""

import pytest

from hengcai.base.errors import NotNow, NotValid


def refused(refusal_code, call, *args, **kwargs):
    with pytest.raises((NotValid, NotNow)) as refusal:
        call(*args, **kwargs)
    assert refusal.value.code == refusal_code
    return refusal.value.facts
