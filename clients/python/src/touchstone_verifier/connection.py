"""Where the verifier is and how to reach it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

import grpc

DEFAULT_ADDRESS = "127.0.0.1:50051"

# Largest reply taken; the server bounds requests by a limit of its own (`Describe`).
_MAX_REPLY_BYTES = 256 * 1024 * 1024


@dataclass(frozen=True)
class RetryPolicy:
    """When a call that failed is made again.

    Only what repeating can mend is repeated: a server that is away (UNAVAILABLE), or one whose queue is full
    (RESOURCE_EXHAUSTED with a wait that the server asks for). Waits grow by `multiplier` from `first_wait` to
    `longest_wait` seconds, each drawn from the upper half of its range; a wait the server asks for comes first.
    """

    attempts: int = 8
    first_wait: float = 0.1
    longest_wait: float = 10.0
    multiplier: float = 2.0


@dataclass(frozen=True)
class Connection:
    """Address, credentials and patience of a client.

    `address` is host:port, or any gRPC target: `dns:///verifier:50051` spreads calls over all replicas behind the name.
    With `ca_file` (or `tls=True` for the system's authorities) the channel is encrypted; `cert_file` and `key_file`
    are the client's own, for mutual TLS. `token` is sent as a bearer token. `timeout` is in seconds and covers one
    call with all its retries.
    """

    address: str = DEFAULT_ADDRESS
    token: str | None = field(default=None, repr=False)
    tls: bool = False
    ca_file: str | Path | None = None
    cert_file: str | Path | None = None
    key_file: str | Path | None = None
    timeout: float = 120.0
    retry: RetryPolicy = RetryPolicy()

    @classmethod
    def from_env(cls) -> Connection:
        """Reads TOUCHSTONE_ADDRESS, TOUCHSTONE_TOKEN, TOUCHSTONE_CA_FILE, TOUCHSTONE_CERT_FILE and TOUCHSTONE_KEY_FILE.

        Adapters use it, as training frameworks call reward functions with arguments of their own.
        """
        return cls(
            address=os.environ.get("TOUCHSTONE_ADDRESS", DEFAULT_ADDRESS),
            token=os.environ.get("TOUCHSTONE_TOKEN") or None,
            ca_file=os.environ.get("TOUCHSTONE_CA_FILE") or None,
            cert_file=os.environ.get("TOUCHSTONE_CERT_FILE") or None,
            key_file=os.environ.get("TOUCHSTONE_KEY_FILE") or None,
        )

    @property
    def secure(self) -> bool:
        return self.tls or self.ca_file is not None or self.cert_file is not None

    @property
    def metadata(self) -> tuple[tuple[str, str], ...]:
        return () if self.token is None else (("authorization", f"Bearer {self.token}"),)

    def credentials(self) -> grpc.ChannelCredentials:
        """Reads the certificate files. Raises OSError where one cannot be read."""
        return grpc.ssl_channel_credentials(
            root_certificates=_read(self.ca_file),
            private_key=_read(self.key_file),
            certificate_chain=_read(self.cert_file),
        )


def to_connection(connection: Connection | str | None) -> Connection:
    """An address, or what the environment says where nothing is given."""
    if connection is None:
        return Connection.from_env()
    return Connection(address=connection) if isinstance(connection, str) else connection


def _read(path: str | Path | None) -> bytes | None:
    return None if path is None else Path(path).read_bytes()


CHANNEL_OPTIONS: tuple[tuple[str, int | str], ...] = (
    ("grpc.max_receive_message_length", _MAX_REPLY_BYTES),
    # The server bounds what it takes and says so in its error; the client splits batches by that limit.
    ("grpc.max_send_message_length", -1),
    ("grpc.lb_policy_name", "round_robin"),
    ("grpc.keepalive_time_ms", 60_000),
    # Retries are made here, where a wait that the server asks for and the call's deadline are both known.
    ("grpc.enable_retries", 0),
)
