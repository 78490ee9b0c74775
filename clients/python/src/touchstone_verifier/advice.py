"""What to do where the verifier is not reached. Texts of gRPC and BoringSSL are matched; the first that fits counts."""

from __future__ import annotations

import re

_START = "Start it with: touchstone-verifier serve"

_ADVICE: tuple[tuple[str, str], ...] = (
    ("WRONG_VERSION_NUMBER", "It answers without TLS: leave the settings of TLS out, or start it with --tls-cert."),
    ("certificate has expired|not yet valid", "Renew its certificate, or set the clock of this machine."),
    (
        "CERTIFICATE_VERIFY_FAILED",
        "Its certificate is of no authority that is trusted here: name the authority as ca_file.",
    ),
    (
        "Hostname Verification|is not in peer certificate",
        "Its certificate bears another name: give that as server_name, or call it by a name of the certificate.",
    ),
    ("Unwrap failed", "It may want a client certificate: give one as cert_file and key_file."),
    ("Connection refused", f"{_START}."),
    (
        "http1.x server|Failed parsing HTTP/2",
        "Another protocol answers there: take the gRPC port of serve (--port), not that of HTTP or metrics.",
    ),
    ("http\\w*://", "The address is host:port, without http://."),
    ("resolving|lookup", "Check the name in the address."),
)
_NO_CONNECTION = "Socket closed|Connection reset|Failed to connect|failed to connect|handshake"


def advise_on_connection(details: str, secure: bool) -> str:
    """A sentence to put behind `details`, the text of an UNAVAILABLE call; `secure` says whether the client speaks TLS.

    Empty where the server itself gave the reason. TLS that only one side speaks looks like a connection that is closed
    at once, so that it is named as a possible reason there.
    """
    for pattern, advice in _ADVICE:
        if re.search(pattern, details):
            return advice
    if re.search(_NO_CONNECTION, details) is None:
        return ""
    if secure:
        return f"{_START}. If it runs: it may speak no TLS, or want a client certificate (cert_file, key_file)."
    return f"{_START}. If it runs: it may speak TLS, and then so must this client (tls, ca_file)."
