"""Tokens of machine accounts and secrets of their webhooks: made here, shown once."""

import base64
import hashlib
import secrets

TOKEN_PREFIX = "air_"
SHOWN_OF_A_TOKEN = 12
BYTES_OF_A_TOKEN, BYTES_OF_A_SECRET = 32, 24


def new_token() -> str:
    return TOKEN_PREFIX + secrets.token_urlsafe(BYTES_OF_A_TOKEN)


def digest(token: str) -> str:
    """Return what is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def new_webhook_secret() -> str:
    """Return a secret as Standard Webhooks writes it: `whsec_` and 24 random bytes in base64."""
    return "whsec_" + base64.b64encode(secrets.token_bytes(BYTES_OF_A_SECRET)).decode()
