"""What is said to do where the verifier is not reached."""

import pytest

from touchstone_verifier.advice import advise_on_connection

LAST = "connections to all backends failing; last error: "


@pytest.mark.parametrize(
    ("details", "secure", "advice"),
    [
        (f"{LAST}UNKNOWN: Failed to connect to remote host: Connection refused", False, "Start it with"),
        (f"{LAST}UNAVAILABLE: ipv4:127.0.0.1:1: Socket closed", False, "may speak TLS"),
        (f"{LAST}UNAVAILABLE: ipv4:127.0.0.1:1: Socket closed", True, "client certificate"),
        ("failed to connect to all addresses; last error: UNKNOWN: Connection reset by peer", False, "may speak TLS"),
        (f"{LAST}UNAVAILABLE: ipv4:127.0.0.1:1: Unwrap failed (TSI_DATA_CORRUPTED)", True, "cert_file"),
        (f"{LAST}Tls handshake failed: SSL_ERROR_SSL: WRONG_VERSION_NUMBER: Invalid context", True, "without TLS"),
        (f"{LAST}CERTIFICATE_VERIFY_FAILED: certificate has expired: OK", True, "Renew"),
        (f"{LAST}CERTIFICATE_VERIFY_FAILED: unable to get local issuer certificate", True, "ca_file"),
        (f"{LAST}UNAUTHENTICATED: Hostname Verification Check failed.", True, "server_name"),
        (f"{LAST}Peer name 127.0.0.1 is not in peer certificate", True, "server_name"),
        (f"{LAST}Failed parsing HTTP/2 (Trying to connect an http1.x server (HTTP status 400))", False, "gRPC port"),
        ("errors resolving http://127.0.0.1:50051: Misformatted domain name", False, "without http://"),
        ("errors resolving nowhere:1: [field:hostname lookup error: Domain name not found]", False, "Check the name"),
    ],
)
def test_advice(details, secure, advice):
    assert advice in advise_on_connection(details, secure)


@pytest.mark.parametrize("details", ["", "The server is stopping.", "The difficulty ledger is away."])
def test_a_reason_of_the_server_needs_none(details):
    assert advise_on_connection(details, False) == ""
