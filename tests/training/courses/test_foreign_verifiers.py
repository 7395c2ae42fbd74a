"""Certificates checked by programs that know nothing of ours: OpenSSL over the signed bytes, and `jose` on Node by key and algorithm."""

import base64
import json
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from hengcai.training.rules.credentials import Given, credential_of, issuer_of, jwk_of, published, signed

JOSE = Path(__file__).resolve().parents[3] / "var" / "assets" / "tests" / "jose"
KEY, OTHER = (Ed25519PrivateKey.from_private_bytes(bytes([n] * 32)) for n in (1, 2))
GIVEN = Given(
    "urn:uuid:6f1c2b1e-0000-4000-8000-000000000001", "2026-000001", "云海客服", "openings", 1, "开场三十秒", "1.5",
    date(2026, 2, 3), date(2027, 2, 3), "li@example.org", "emailAddress", "5f2a",
)  # fmt: skip
JWS = signed(credential_of(GIVEN, issuer_of(jwk_of(KEY))), KEY)
PLACE = JWS.index(".") + 60  # within what is signed, after the header
SPOILED = JWS[:PLACE] + ("A" if JWS[PLACE] != "A" else "B") + JWS[PLACE + 1 :]
SCRIPT = """
import { compactVerify, createLocalJWKSet } from JOSE;
const [jws, keys] = process.argv.slice(2);
try {
  const { payload, protectedHeader } = await compactVerify(jws, createLocalJWKSet(JSON.parse(keys)), { algorithms: ["EdDSA"] });
  console.log(JSON.stringify({ alg: protectedHeader.alg, credential: JSON.parse(new TextDecoder().decode(payload)) }));
} catch (error) { console.log(JSON.stringify({ fault: error.code ?? String(error) })); }
"""


def raw(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


@pytest.fixture(scope="module")
def openssl():
    found = shutil.which("openssl")
    told = found and subprocess.run([found, "pkeyutl", "-help"], check=False, capture_output=True, text=True).stderr
    if not found or "-rawin" not in told:
        pytest.skip("no OpenSSL 3 here")
    return found


@pytest.mark.parametrize(("text", "key", "holds"), [(JWS, KEY, True), (SPOILED, KEY, False), (JWS, OTHER, False)])
def test_openssl_says_the_same(openssl, tmp_path, text, key, holds):
    head, body, signature = text.split(".")
    (tmp_path / "said").write_text(f"{head}.{body}", "ascii")
    (tmp_path / "signature").write_bytes(raw(signature))
    (tmp_path / "key").write_bytes(key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    files = ["-inkey", tmp_path / "key", "-in", tmp_path / "said", "-sigfile", tmp_path / "signature"]
    found = subprocess.run(
        [openssl, "pkeyutl", "-verify", "-pubin", "-rawin", *files], check=False, capture_output=True
    )
    assert (found.returncode == 0) is holds


@pytest.fixture(scope="module")
def node():
    found = shutil.which("node")
    if not found or not (JOSE / "index.js").exists():
        pytest.skip("no Node, or jose was not brought in (make assets)")
    return found


@pytest.mark.parametrize(("text", "key", "fault"), [
    (JWS, KEY, None), (SPOILED, KEY, "ERR_JWS_SIGNATURE_VERIFICATION_FAILED"),
    (JWS, OTHER, "ERR_JWKS_NO_MATCHING_KEY"),
])  # fmt: skip
def test_jose_reads_the_credential_by_the_published_keys(node, tmp_path, text, key, fault):
    script = tmp_path / "check.mjs"
    script.write_text(SCRIPT.replace("JOSE", json.dumps((JOSE / "index.js").as_uri())), "utf-8")
    keys = json.dumps({"keys": [published(jwk_of(key))]})
    ran = subprocess.run([node, script, text, keys], capture_output=True, text=True, check=True)
    told = json.loads(ran.stdout)
    assert told.get("fault") == fault
    if fault is None:
        assert told["credential"]["validUntil"] == "2027-02-03T23:59:59Z"
        assert told["credential"]["credentialSubject"]["achievement"]["name"] == "开场三十秒"
