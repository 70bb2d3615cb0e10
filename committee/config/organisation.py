"""Signing in through an organisation, by OpenID Connect."""

from typing import Any


def openid_connect(*, name: str, server_url: str, client_id: str, secret: str) -> dict[str, Any]:
    """Return SOCIALACCOUNT_PROVIDERS with one organisation."""
    app = {
        "provider_id": "organisation",
        "name": name,
        "client_id": client_id,
        "secret": secret,
        # The code that the organisation gives a visitor is good in the browser that asked for it alone: no
        # nonce is asked of it that would say so.
        "settings": {"server_url": server_url, "oauth_pkce_enabled": True},
    }
    return {"openid_connect": {"APPS": [app]}}
