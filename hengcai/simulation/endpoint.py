"""A model behind any OpenAI-compatible endpoint. Off where none is named; its trouble never loses what was said."""

import random
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from typing import Any

from django.conf import settings

from hengcai.base.errors import NotNow
from hengcai.simulation.rules.conversation import REPLY_TOKENS, Reply, read_reply

ATTEMPTS, ALL_SECONDS, ONE_SECONDS, FIRST_PAUSE = 3, 25.0, 15.0, 0.5
TEMPERATURE = 0.8
_AT_ONCE = threading.BoundedSemaphore(3)  # of the server's eight threads
Pause = Callable[[float], None]


def is_configured() -> bool:
    return bool(settings.MODEL_URL and settings.MODEL_NAME)


def answer(messages: Sequence[Any], *, pause: Pause = time.sleep) -> Reply:
    """What the customer says next; `NotNow` where nothing can be had, with why in plain words."""
    if not is_configured():
        raise NotNow("simulation.model_off")
    with _one_of_few(), _client() as client:
        return _tried(client, messages, pause)


@contextmanager
def _one_of_few() -> Any:
    if not _AT_ONCE.acquire(timeout=ONE_SECONDS):
        raise NotNow("simulation.model_busy")
    try:
        yield
    finally:
        _AT_ONCE.release()


def _client() -> Any:
    from openai import OpenAI

    return OpenAI(base_url=settings.MODEL_URL, api_key=settings.MODEL_KEY or "none", max_retries=0, timeout=ONE_SECONDS)


def _tried(client: Any, messages: Sequence[Any], pause: Pause) -> Reply:
    """Again after what may pass, each time a longer while later; not after what will not."""
    import openai

    until = time.monotonic() + ALL_SECONDS
    for attempt in range(ATTEMPTS):
        try:
            return _asked(client, messages)
        except openai.APIStatusError as error:
            if error.status_code not in (408, 409, 429) and error.status_code < 500:
                raise NotNow("simulation.model_refused", status=error.status_code) from error
        except (openai.APIConnectionError, openai.APITimeoutError):
            pass
        except openai.OpenAIError as error:
            raise NotNow("simulation.model_unreadable") from error
        wait = FIRST_PAUSE * 2**attempt * random.uniform(0.8, 1.2)  # noqa: S311 - no secret
        if attempt + 1 < ATTEMPTS and time.monotonic() + wait + 1 < until:
            pause(wait)
        else:
            break
    raise NotNow("simulation.model_down")


def _asked(client: Any, messages: Sequence[Any]) -> Reply:
    found = client.chat.completions.create(
        model=settings.MODEL_NAME, messages=list(messages), max_tokens=REPLY_TOKENS, temperature=TEMPERATURE
    )
    try:
        text, used = found.choices[0].message.content or "", found.usage.total_tokens if found.usage else 0
    except (AttributeError, IndexError, TypeError) as error:
        raise NotNow("simulation.model_unreadable") from error
    return read_reply(str(text), tokens=int(used))
