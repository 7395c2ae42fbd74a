"""Passwords to begin with: drawn, not chosen, read off a slip of paper once and then changed."""

import secrets

from django.contrib.auth.hashers import PBKDF2PasswordHasher, get_hasher, make_password

SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
"""None that looks like another on paper: no i, l, 1, o, 0."""
GROUPS, SIGNS_A_GROUP = 4, 4
QUICK_ITERATIONS = 1_000


def first_password() -> str:
    """Sixteen signs in four groups: 79 bits."""
    groups = ["".join(secrets.choice(SIGNS) for _ in range(SIGNS_A_GROUP)) for _ in range(GROUPS)]
    return "-".join(groups)


def quick_hash(password: str) -> str:
    """A drawn password of so many bits needs no slow digest to keep it from being guessed, and a thousand slow ones
    take minutes. The first sign-in replaces it by a slow one, as Django does wherever too few rounds were made."""
    hasher = get_hasher()
    if not isinstance(hasher, PBKDF2PasswordHasher):
        return make_password(password)
    return hasher.encode(password, hasher.salt(), iterations=QUICK_ITERATIONS)
