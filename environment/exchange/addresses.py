"""Where receipts may be sent: a city names the address, so it must not lead into our own network."""

import ipaddress
import socket
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from django.conf import settings
from requests.utils import requote_uri

# Prefixes under which private addresses of the old kind hide in new ones.
TRANSLATED = [ipaddress.ip_network(prefix) for prefix in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16")]
PORTS = {"https": 443, "http": 80}

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class NotAllowed(Exception):
    """An address to which nothing is sent; the text is a short stable name of the reason."""


class Target(NamedTuple):
    """A webhook's address with the network address that was checked: connect to this one and no other."""

    scheme: str
    host: str
    port: int
    path: str
    ip: str

    @property
    def host_header(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def may_be_sent_to(url: str) -> bool:
    """Tell whether an address is of the allowed kind; what its name stands for is checked when it is used."""
    try:
        parts, _ = _parts(url)
        _refuse_inside(_literal(parts.hostname or ""))
    except NotAllowed:
        return False
    return True


def target_of(url: str) -> Target:
    """Resolve an address and check all it stands for.

    Raises:
        NotAllowed: its kind, or one of the network addresses behind its name, is not allowed.
        OSError: the name cannot be resolved.
    """
    parts, port = _parts(url)
    host = _plain_name(parts.hostname or "")
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [str(entry[4][0]) for entry in found]
    for address in addresses:
        _refuse_inside(ipaddress.ip_address(address.partition("%")[0]))
    path = requote_uri((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
    return Target(parts.scheme, host, port, path, addresses[0])


def _parts(url: str) -> tuple[SplitResult, int]:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise NotAllowed("address-unreadable") from error
    schemes = PORTS if settings.WEBHOOKS_MAY_BE_LOCAL else {"https": 443}
    if parts.scheme not in schemes:
        raise NotAllowed("not-https")
    if not parts.hostname or parts.username is not None or parts.password is not None:
        raise NotAllowed("address-unreadable")
    return parts, port or schemes[parts.scheme]


def _plain_name(host: str) -> str:
    """Return a name as the network knows it: 서울.kr is xn--…"""
    try:
        return host if ":" in host else host.encode("idna").decode()
    except UnicodeError as error:
        raise NotAllowed("address-unreadable") from error


def _literal(host: str) -> Address | None:
    try:
        return ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return None


def _refuse_inside(address: Address | None) -> None:
    if address is None or settings.WEBHOOKS_MAY_BE_LOCAL:
        return
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    hidden = any(address in network for network in TRANSLATED if network.version == address.version)
    if hidden or not address.is_global or address.is_multicast:
        raise NotAllowed("inside-address")
