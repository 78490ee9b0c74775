"""The token that a client shows, from a text or from a file that may change under a long run."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

from .connection import Connection

Metadata = tuple[tuple[str, str], ...]


class TokenSource:
    """What is sent to prove who calls; asked before every attempt, so that a new token needs no restart.

    A file shows its first token (`#` starts a comment). While it holds none, in the middle of a change, the last token
    is shown. Raises ValueError at the start for a token that is missing or that no header takes; no message holds a
    token.
    """

    def __init__(self, connection: Connection) -> None:
        self._file = connection.token_file
        if connection.token is not None:
            self._token: str | None = _checked(connection.token, "Connection.token or TOUCHSTONE_TOKEN")
        else:
            self._token = None if self._file is None else _read(self._file)

    def metadata(self) -> Metadata:
        """The metadata of one attempt; empty where there is no token."""
        if self._file is not None:
            # A token that is not in force any more is refused by the server, which says so.
            with suppress(ValueError):
                self._token = _read(self._file)
        return () if self._token is None else (("authorization", f"Bearer {self._token}"),)


def _read(file: str | Path) -> str:
    try:
        text = Path(file).read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise ValueError(f"cannot read the token file {file}; check the path and its permissions") from error
    lines = (line.strip() for line in text.splitlines())
    token = next((line for line in lines if line and not line.startswith("#")), None)
    if token is None:
        raise ValueError(f"there is no token in {file}: write it on a line of its own")
    return _checked(token, str(file))


def _checked(token: str, source: str) -> str:
    if re.fullmatch(r"[\x21-\x7e]+", token) is None:
        raise ValueError(f"the token in {source} needs visible ASCII characters and no spaces")
    return token
