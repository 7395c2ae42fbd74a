"""Certificates as files: signed so that any reader can check them, spoiled by one byte, naming nobody."""

import base64
import json
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import given as over
from hypothesis import strategies as st

from hengcai.training.rules.credentials import (
    Given,
    baked,
    credential_of,
    identity_hash,
    issuer_of,
    jwk_of,
    signed,
    verified,
)

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
GIVEN = Given(
    "urn:uuid:6f1c2b1e-0000-4000-8000-000000000001", "2026-0001", "云海客服", "openings", 1, "开场三十秒", "1.5",
    date(2026, 2, 3), date(2027, 2, 3), "li@example.org", "emailAddress", "5f2a",
)  # fmt: skip
JWS = signed(credential_of(GIVEN, issuer_of(jwk_of(KEY))), KEY)


def raw(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def test_another_library_checks_the_signature():
    head, body, signature = JWS.split(".")
    public = Ed25519PublicKey.from_public_bytes(raw(json.loads(raw(head))["jwk"]["x"]))
    public.verify(raw(signature), f"{head}.{body}".encode())
    with pytest.raises(InvalidSignature):
        public.verify(raw(signature), f"{head}.{body[:-1]}A".encode())


@over(st.integers(0, len(JWS) - 1), st.sampled_from("ABCwxyz019-_."))
def test_one_changed_byte_spoils_it(place, letter):
    wrong = JWS[:place] + letter + JWS[place + 1 :]
    assert (verified(wrong).fault == "") == (wrong == JWS)


def test_the_credential_is_laid_out_as_open_badges_ask():
    told = verified(JWS, [jwk_of(KEY)]).credential
    assert told["@context"][0] == "https://www.w3.org/ns/credentials/v2"
    assert told["@context"][1].endswith("context-3.0.3.json")
    assert told["credentialSubject"]["achievement"]["type"] == ["Achievement"]
    assert (told["validFrom"], told["validUntil"]) == ("2026-02-03T00:00:00Z", "2027-02-03T23:59:59Z")


def test_whoever_it_is_for_is_hidden_but_can_be_compared():
    told = verified(JWS).credential
    assert "li@example.org" not in json.dumps(told)
    assert told["credentialSubject"]["identifier"][0]["identityHash"] == identity_hash("li@example.org", "5f2a")


def test_the_picture_carries_it_and_is_well_formed():
    picture = baked(JWS, ["开场 <三十秒>", "2026-0001"])
    inside = ET.fromstring(picture).find("{https://purl.imsglobal.org/ob/v3p0}credential")  # noqa: S314 - our own
    assert inside.get("verify") == JWS
    assert verified(picture, [jwk_of(KEY)]).fault == ""


def test_a_key_of_somebody_else_is_told():
    other = Ed25519PrivateKey.from_private_bytes(bytes(32))
    assert verified(JWS, [jwk_of(other)]).fault == "other_key"
    assert verified("no certificate").fault == "not_a_certificate"


@pytest.mark.parametrize("credential", [[], "x", {"issuer": "did:web:x"}, {"issuer": {}}, None])
def test_what_is_signed_and_is_no_credential_is_told_apart_and_breaks_nothing(credential):
    assert verified(signed(credential, KEY)).fault == "not_a_certificate"
    deep = base64.urlsafe_b64encode(b"[" * 100_000).rstrip(b"=").decode()
    assert verified(f"{deep}.{deep}.x").fault == "not_a_certificate"
