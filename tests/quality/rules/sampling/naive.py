"""The draw once more, straight from the words of its contract, slowly and without looking at the program."""

import hashlib
import math
from collections import defaultdict
from datetime import timedelta
from fractions import Fraction


def number(text):
    return int(hashlib.sha256(text.encode("utf-8")).hexdigest(), 16)


def hexadecimal(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def meets(contact, where):
    for column, asked in where.items():
        value = contact.get(column, "")
        if value == "":
            return False
        if isinstance(asked, dict):
            if "at_most" in asked and not Fraction(value) <= asked["at_most"]:
                return False
            if "at_least" in asked and not Fraction(value) >= asked["at_least"]:
                return False
        elif value not in asked:
            return False
    return True


def drawn(contacts, plan, *, seed, new=()):
    """Contacts are dictionaries with id, agent, day, channel; → strata, picks in order, and who is short."""
    first, last = plan["period"]
    strata = defaultdict(list)
    for contact in contacts:
        if not first <= contact["day"] <= last or contact["channel"] not in plan["channels"]:
            continue
        if contact.get("recording") == "":
            continue
        rule = next((rule["name"] for rule in plan["rules"] if meets(contact, rule["where"])), None)
        strata[contact["agent"], rule].append(contact)
    places = [None, *(rule["name"] for rule in plan["rules"])]
    found, picks = [], []
    for agent, rule in sorted(strata, key=lambda key: (key[0], places.index(key[1]))):
        name = agent if rule is None else f"{agent}|{rule}"
        own = strata[agent, rule]
        n, k = len(own), wanted(plan, rule, agent in new, len(own))
        found.append((name, n, k))
        own.sort(key=lambda one: (one["day"] - timedelta(one["day"].weekday()), hexadecimal(f"{seed}|{one['id']}")))
        h = number(f"{seed}|{name}") % n
        picks += [(one["id"], name, f"{k}/{n}") for i, one in enumerate(own) if (i * k + h) % n < k]
    short = []
    for agent in sorted({agent for agent, _rule in strata}):
        floor, n = plan["new_hire"] if agent in new else plan["per_agent"], len(strata.get((agent, None), []))
        short += [(agent, floor, n)] if n < floor else []
    return found, picks, short


def wanted(plan, rule, is_new, n):
    if rule is None:
        return min(plan["new_hire"] if is_new else plan["per_agent"], n)
    own = next(one for one in plan["rules"] if one["name"] == rule)
    if "share" in own:
        return math.ceil(Fraction(own["share"]) * n)
    return min(own["per_agent"], n)
