"""The centre's key for certificates: made once, kept beside the data and in no dump of the database."""

import os
from pathlib import Path
from typing import Any

from django.conf import settings

from hengcai.training.rules.credentials import jwk_of, published

NAME = "certificate_key.pem"


def centre_key() -> Any:
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    path = Path(settings.HOME) / NAME
    if not path.exists():
        _make(path)
    return load_pem_private_key(path.read_bytes(), password=None)


def public_keys() -> dict[str, Any]:
    """JWKS, as anybody may fetch it."""
    return {"keys": [published(jwk_of(centre_key()))]}


def _make(path: Path) -> None:
    """Whole or not at all; of two that make one at once the first stays."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    path.parent.mkdir(parents=True, exist_ok=True)
    data = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    growing = path.with_name(f".{NAME}.{os.getpid()}")
    with os.fdopen(os.open(growing, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(data)
    try:
        os.link(growing, path)
    except FileExistsError:
        pass
    finally:
        growing.unlink()
