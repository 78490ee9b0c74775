"""Where the verifier is and how to reach it."""

from __future__ import annotations

import os
import ssl
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
    are the client's own, for mutual TLS; `server_name` is the name to expect in the server's certificate, where it is
    not that of the address. `token` is sent as a bearer token, or else the first one of `token_file`, which is read
    again before every attempt. `timeout` is in seconds and covers one call with all its retries.

    Raises ValueError for settings that contradict each other.
    """

    address: str = DEFAULT_ADDRESS
    token: str | None = field(default=None, repr=False)
    token_file: str | Path | None = None
    tls: bool = False
    ca_file: str | Path | None = None
    cert_file: str | Path | None = None
    key_file: str | Path | None = None
    server_name: str | None = None
    timeout: float = 120.0
    retry: RetryPolicy = RetryPolicy()

    def __post_init__(self) -> None:
        if self.token is not None and self.token_file is not None:
            raise ValueError(
                "give the token by token or by token_file, not by both (TOUCHSTONE_TOKEN, TOUCHSTONE_TOKEN_FILE)"
            )
        if (self.cert_file is None) != (self.key_file is None):
            raise ValueError(
                "cert_file and key_file belong together: give both, or neither where the verifier asks for no "
                "certificate"
            )

    @classmethod
    def from_env(cls, address: str | None = None) -> Connection:
        """Reads TOUCHSTONE_ADDRESS (where no `address` is given), TOUCHSTONE_TOKEN or TOUCHSTONE_TOKEN_FILE,
        TOUCHSTONE_TLS (1 or true), TOUCHSTONE_CA_FILE, TOUCHSTONE_CERT_FILE and TOUCHSTONE_KEY_FILE, and
        TOUCHSTONE_SERVER_NAME. An empty variable says nothing.

        Adapters use it, as training frameworks call reward functions with arguments of their own. Raises ValueError
        for settings that contradict each other.
        """
        return cls(
            address=address or _variable("ADDRESS") or DEFAULT_ADDRESS,
            token=_variable("TOKEN"),
            token_file=_variable("TOKEN_FILE"),
            tls=_switch("TLS"),
            ca_file=_variable("CA_FILE"),
            cert_file=_variable("CERT_FILE"),
            key_file=_variable("KEY_FILE"),
            server_name=_variable("SERVER_NAME"),
        )

    @property
    def secure(self) -> bool:
        files = (self.ca_file, self.cert_file, self.server_name)
        return self.tls or any(file is not None for file in files)

    @property
    def channel_options(self) -> tuple[tuple[str, int | str], ...]:
        """Settings of the gRPC channel."""
        if self.server_name is None:
            return _CHANNEL_OPTIONS
        names = ("grpc.ssl_target_name_override", "grpc.default_authority")
        return (*_CHANNEL_OPTIONS, *((name, self.server_name) for name in names))

    def credentials(self) -> grpc.ChannelCredentials:
        """Reads the certificate files. Raises ValueError where one cannot be read or used."""
        _check_certificates(self)
        return grpc.ssl_channel_credentials(
            root_certificates=_read(self.ca_file),
            private_key=_read(self.key_file),
            certificate_chain=_read(self.cert_file),
        )


def to_connection(connection: Connection | str | None) -> Connection:
    """A connection as it is. An address alone, or nothing, leaves the rest to the environment."""
    return connection if isinstance(connection, Connection) else Connection.from_env(connection)


def _variable(name: str) -> str | None:
    value = os.environ.get(f"TOUCHSTONE_{name}", "").strip()
    return value or None


def _switch(name: str) -> bool:
    value = _variable(name)
    if value is None or value in ("0", "false"):
        return False
    if value in ("1", "true"):
        return True
    raise ValueError(f"TOUCHSTONE_{name} is 1 or true, 0 or false, and not {value!r}")


def _check_certificates(connection: Connection) -> None:
    # gRPC says nothing of files that it cannot use but that a handshaker could not be created, at the first call.
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        if connection.ca_file is not None:
            context.load_verify_locations(connection.ca_file)
        if connection.cert_file is not None:
            # A key under a password would be asked for at the terminal; gRPC takes none.
            context.load_cert_chain(connection.cert_file, connection.key_file, password="")
    except OSError as error:
        files = [str(file) for file in (connection.ca_file, connection.cert_file, connection.key_file) if file]
        raise ValueError(
            f"the TLS files {', '.join(files)} cannot be used ({error}): each has to be there, in PEM, "
            "and the key without a password and that of the certificate"
        ) from error


def _read(path: str | Path | None) -> bytes | None:
    return None if path is None else Path(path).read_bytes()


_CHANNEL_OPTIONS: tuple[tuple[str, int | str], ...] = (
    ("grpc.max_receive_message_length", _MAX_REPLY_BYTES),
    # The server bounds what it takes and says so in its error; the client splits batches by that limit.
    ("grpc.max_send_message_length", -1),
    ("grpc.lb_policy_name", "round_robin"),
    ("grpc.keepalive_time_ms", 60_000),
    # Retries are made here, where a wait that the server asks for and the call's deadline are both known.
    ("grpc.enable_retries", 0),
)
