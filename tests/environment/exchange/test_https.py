"""Receipts over HTTPS: only to whom the certificate names, at the very address that was checked."""

import datetime
import ssl

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.utils import timezone

from environment.exchange import sending
from environment.models import ReceiptAttempt
from tests.environment.exchange.pushing import delivered, value
from tests.environment.exchange.recipient import recipient
from tests.factories.machine_account import machine_account

pytestmark = pytest.mark.django_db


@pytest.fixture
def certificate(tmp_path):
    """A certificate of its own for `localhost`, with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    day = datetime.timedelta(days=1)
    now = timezone.now()
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - day)
        .not_valid_after(now + day)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path / "localhost.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(private + signed.public_bytes(serialization.Encoding.PEM))
    return path


def outcome_of_sending_to(host, certificate, settings):
    settings.WEBHOOKS_MAY_BE_LOCAL = True
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate)
    with recipient(204) as server:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
        sender = machine_account(webhook_url=f"https://{host}:{server.server_port}/")
        delivered(sender.token, value(23))
        now = timezone.now()
        for message_id in sending.due(now):
            sending.send(message_id, now)
    return ReceiptAttempt.objects.get().outcome, len(server.received)


def test_a_trusted_certificate_of_the_name_is_enough(certificate, settings, monkeypatch):
    monkeypatch.setattr("certifi.where", lambda: str(certificate))

    assert outcome_of_sending_to("localhost", certificate, settings) == ("delivered", 1)


def test_a_certificate_that_nobody_vouches_for_gets_nothing(certificate, settings):
    assert outcome_of_sending_to("localhost", certificate, settings) == ("certificate-not-trusted", 0)


def test_a_certificate_of_another_name_gets_nothing(certificate, settings, monkeypatch):
    monkeypatch.setattr("certifi.where", lambda: str(certificate))

    assert outcome_of_sending_to("127.0.0.1", certificate, settings) == ("certificate-not-trusted", 0)
