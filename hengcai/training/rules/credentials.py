"""A certificate as an Open Badges 3.0 credential: laid out as JSON-LD, signed as a bare compact JWS, baked into SVG."""

import base64
import hashlib
import html
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

CONTEXTS = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)
PREFIX = "https://purl.imsglobal.org/ob/v3p0"
VERIFY = re.compile(r'<openbadges:credential\s[^>]*verify="([^"]+)"')
Json = dict[str, Any]


@dataclass(frozen=True)
class Given:
    """`identity`: e-mail or employee number, of which only a salted hash leaves the centre."""

    key: str  # urn:uuid
    number: str
    centre: str
    course: str
    version: int
    title: str
    hours: str
    issued_on: date
    expires_on: date | None
    identity: str
    identity_type: str  # emailAddress | identifier
    salt: str


@dataclass(frozen=True)
class Read:
    """`fault`: empty, else not_a_certificate | unsigned | other_key | changed. `is_own_key`: checked by the key inside alone."""

    credential: Json
    fault: str
    is_own_key: bool


def jwk_of(private_key: Any) -> dict[str, str]:
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    raw = private_key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return {"kty": "OKP", "crv": "Ed25519", "x": _b64(raw)}


def issuer_of(jwk: Mapping[str, str]) -> str:
    """did:jwk: whoever has the certificate has the key's name, with no address to be kept up."""
    return f"did:jwk:{_b64(_packed(jwk))}"


def published(jwk: Mapping[str, str]) -> dict[str, str]:
    """As a key set has it: by `kid` others find the key a certificate names."""
    return {**jwk, "kid": _name_of(jwk), "alg": "EdDSA", "use": "sig"}


def _name_of(jwk: Mapping[str, str]) -> str:
    return f"{issuer_of(jwk)}#0"


def credential_of(given: Given, issuer: str) -> Json:
    achievement = {
        "id": f"urn:hengcai:course:{given.course}:{given.version}", "type": ["Achievement"], "name": given.title,
        "achievementType": "Course", "description": given.title, "creditsAvailable": float(given.hours),
        "criteria": {"narrative": given.title},
    }  # fmt: skip
    subject = {"type": ["AchievementSubject"], "identifier": [_hidden(given)], "achievement": achievement}
    ends = {"validUntil": f"{given.expires_on}T23:59:59Z"} if given.expires_on else {}
    return {
        "@context": list(CONTEXTS), "id": given.key, "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": f"{given.title} {given.number}", "issuer": {"id": issuer, "type": ["Profile"], "name": given.centre},
        "validFrom": f"{given.issued_on}T00:00:00Z", **ends, "credentialSubject": subject,
    }  # fmt: skip


def identity_hash(identity: str, salt: str) -> str:
    return "sha256$" + hashlib.sha256((identity + salt).encode()).hexdigest()


def signed(credential: Json, private_key: Any) -> str:
    jwk = jwk_of(private_key)
    head = {"alg": "EdDSA", "typ": "JWT", "kid": _name_of(jwk), "jwk": jwk}
    text = f"{_b64(_packed(head))}.{_b64(_packed(credential))}"
    return f"{text}.{_b64(private_key.sign(text.encode()))}"


def baked(jws: str, lines: Sequence[str]) -> str:
    """A plain sheet with these lines, the first large; the credential stands in the file itself."""
    texts = "".join(
        f'<text x="320" y="{110 + 44 * place}" font-size="{30 if not place else 18}">{html.escape(line)}</text>'
        for place, line in enumerate(lines)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="{PREFIX}" viewBox="0 0 640 400" width="640" height="400">'
        f'<openbadges:credential verify="{jws}"/>'
        '<rect x="12" y="12" width="616" height="376" rx="10" fill="#fff" stroke="#176b5b" stroke-width="4"/>'
        f'<g fill="#1c2733" text-anchor="middle" font-family="sans-serif">{texts}</g></svg>\n'
    )


def verified(text: str, keys: Sequence[Mapping[str, str]] = ()) -> Read:
    """A JWS or an SVG that carries one; by these keys, or where there are none by the key inside."""
    found = VERIFY.search(text)
    parts = (found.group(1) if found else text).strip().split(".")
    try:
        head, credential = (json.loads(_raw(one)) for one in parts[:2])
        signature = _raw(parts[2])
        inside = {name: str(head["jwk"][name]) for name in ("kty", "crv", "x")}
        issuer = credential["issuer"]["id"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        return Read({}, "not_a_certificate", is_own_key=not keys)
    if head.get("alg") != "EdDSA" or len(parts) != 3:
        return Read(credential, "unsigned", is_own_key=not keys)
    if keys and inside["x"] not in {one.get("x") for one in keys}:
        return Read(credential, "other_key", is_own_key=False)
    is_whole = _is_signed(inside["x"], f"{parts[0]}.{parts[1]}", signature)
    is_named = issuer == issuer_of(inside)
    return Read(credential, "" if is_whole and is_named else "changed", is_own_key=not keys)


def _hidden(given: Given) -> Json:
    return {
        "type": "IdentityObject", "hashed": True, "identityHash": identity_hash(given.identity, given.salt),
        "identityType": given.identity_type, "salt": given.salt,
    }  # fmt: skip


def _is_signed(x: str, text: str, signature: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(_raw(x)).verify(signature, text.encode())
    except (InvalidSignature, ValueError):
        return False
    return True


def _packed(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _raw(text: str) -> bytes:
    """Strict: a letter outside the alphabet, or bits left over at the end, are no signature."""
    found = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    if _b64(found) != text:
        raise ValueError(text[:20])
    return found
