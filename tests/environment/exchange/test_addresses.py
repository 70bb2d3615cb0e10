import socket

import pytest

from environment.exchange.addresses import NotAllowed, may_be_sent_to, target_of


@pytest.mark.parametrize(
    "url",
    [
        "http://air.seoul.example/",
        "ftp://air.seoul.example/",
        "https:///path",
        "https://user:password@air.seoul.example/",
        "https://air.seoul.example:port/",
        "https://127.0.0.1/",
        "https://10.1.2.3/",
        "https://192.168.0.1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://100.64.0.1/",
        "https://0.0.0.0/",
        "https://224.0.0.1/",
        "https://[::1]/",
        "https://[fe80::1]/",
        "https://[fc00::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[64:ff9b::7f00:1]/",
        "https://[2002:7f00:1::]/",
    ],
)
def test_what_is_not_public_https_is_no_address_for_receipts(url):
    assert not may_be_sent_to(url)


@pytest.mark.parametrize(
    "url", ["https://air.seoul.example/receipts", "https://서울.example:8443/", "https://1.1.1.1/"]
)
def test_a_public_address_is_one(url):
    assert may_be_sent_to(url)


@pytest.mark.parametrize("host", ["localhost", "127.1", "2130706433", "0x7f000001"])
def test_names_that_lead_inside_are_found_out_when_they_are_used(host):
    with pytest.raises(NotAllowed, match="inside-address"):
        target_of(f"https://{host}/")


def test_the_address_that_was_checked_is_the_one_that_is_used(settings):
    settings.WEBHOOKS_MAY_BE_LOCAL = True

    target = target_of("http://localhost:8080/한글?a=1 2")

    assert target.ip in ("127.0.0.1", "::1")
    assert (target.host_header, target.path) == ("localhost:8080", "/%ED%95%9C%EA%B8%80?a=1%202")


def test_a_name_that_nobody_knows_is_an_error_of_the_network():
    with pytest.raises(socket.gaierror):
        target_of("https://nowhere.invalid/")
