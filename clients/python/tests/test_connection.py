"""How a client is told where its verifier is, and what it shows there."""

import asyncio

import pytest
from certificates import make_certificates
from conftest import running_verifier

from touchstone_verifier import (
    AnswerItem,
    AsyncVerifierClient,
    AuthenticationError,
    Connection,
    RetryPolicy,
    VerifierClient,
    VerifierUnavailableError,
)

OLD, NEW = "the-old-token-of-the-tests", "the-new-token-of-the-tests"
SERVER_NAME = "verifier.test"


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch):
    for name in ("ADDRESS", "TOKEN", "TOKEN_FILE", "TLS", "CA_FILE", "CERT_FILE", "KEY_FILE", "SERVER_NAME"):
        monkeypatch.delenv(f"TOUCHSTONE_{name}", raising=False)


@pytest.mark.parametrize(
    ("variables", "fields"),
    [
        ({}, {"address": "127.0.0.1:50051", "token": None, "secure": False}),
        ({"ADDRESS": "verifier:1", "TOKEN": f"{OLD}\n"}, {"address": "verifier:1", "token": OLD, "secure": False}),
        ({"TOKEN": "", "TOKEN_FILE": "tokens"}, {"token": None, "token_file": "tokens", "secure": False}),
        ({"TLS": "1"}, {"tls": True, "secure": True}),
        ({"TLS": "false"}, {"tls": False, "secure": False}),
        ({"CA_FILE": "ca.pem"}, {"ca_file": "ca.pem", "secure": True}),
        ({"SERVER_NAME": SERVER_NAME}, {"server_name": SERVER_NAME, "secure": True}),
        ({"CERT_FILE": "c.pem", "KEY_FILE": "c.key"}, {"cert_file": "c.pem", "key_file": "c.key", "secure": True}),
    ],
)
def test_environment(monkeypatch, variables, fields):
    for name, value in variables.items():
        monkeypatch.setenv(f"TOUCHSTONE_{name}", value)
    connection = Connection.from_env()
    assert {name: getattr(connection, name) for name in fields} == fields


@pytest.mark.parametrize("client", [VerifierClient, AsyncVerifierClient])
def test_an_address_alone_leaves_the_rest_to_the_environment(monkeypatch, client):
    monkeypatch.setenv("TOUCHSTONE_ADDRESS", "elsewhere:1")
    monkeypatch.setenv("TOUCHSTONE_TOKEN", OLD)
    assert client("here:2").connection == Connection("here:2", token=OLD)
    assert client(Connection("here:2")).connection.token is None


@pytest.mark.parametrize("client", [VerifierClient, AsyncVerifierClient])
@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"token": OLD, "token_file": "tokens"}, "by token or by token_file, not by both"),
        ({"token_file": "nowhere"}, "cannot read the token file nowhere"),
        ({"token": "secret words"}, "visible ASCII"),
        ({"token": "s\u00e9cret"}, "visible ASCII"),
        ({"token": ""}, "visible ASCII"),
        ({"cert_file": "c.pem"}, "cert_file and key_file belong together"),
        ({"key_file": "c.key"}, "cert_file and key_file belong together"),
    ],
)
def test_contradictory_settings_are_refused_without_the_token(client, fields, message):
    with pytest.raises(ValueError, match=message) as raised:
        client(Connection(**fields))
    assert "cret" not in str(raised.value)


@pytest.mark.parametrize(("text", "message"), [("# none\n\n", "no token in"), ("two words\n", "visible ASCII")])
def test_a_token_file_without_a_token_is_refused(tmp_path, text, message):
    file = tmp_path / "tokens"
    file.write_text(text)
    with pytest.raises(ValueError, match=message):
        VerifierClient(Connection(token_file=file))


def test_a_switch_is_on_or_off(monkeypatch):
    monkeypatch.setenv("TOUCHSTONE_TLS", "perhaps")
    with pytest.raises(ValueError, match="TOUCHSTONE_TLS is 1 or true, 0 or false"):
        Connection.from_env()


ITEMS = [AnswerItem(golds="1", answer="1")]


class SyncCalls:
    """Both clients behind one shape, so that one test speaks of both."""

    def __init__(self, connection):
        self._client = VerifierClient(connection)

    def grade(self):
        return [verdict.reward for verdict in self._client.grade(ITEMS)]

    def close(self):
        self._client.close()


class AsyncCalls:
    def __init__(self, connection):
        self._loop = asyncio.new_event_loop()
        self._client = AsyncVerifierClient(connection)

    def grade(self):
        return [verdict.reward for verdict in self._loop.run_until_complete(self._client.grade(ITEMS))]

    def close(self):
        self._loop.run_until_complete(self._client.close())
        self._loop.close()


both = pytest.mark.parametrize("calls", [SyncCalls, AsyncCalls])


@both
def test_a_token_file_is_read_again_when_it_changes(tmp_path, calls):
    accepted, shown = tmp_path / "accepted", tmp_path / "shown"
    accepted.write_text(f"{OLD}\n")
    shown.write_text(f"# of this month\n\n{OLD}\nanother-token-of-the-tests\n")
    with running_verifier("--token-file", str(accepted)) as (address, _):
        client = calls(Connection(address, token_file=shown, timeout=20))
        try:
            assert client.grade() == [1.0]
            for interim in ("", "two words\n"):
                shown.write_text(interim)
                assert client.grade() == [1.0]
            shown.unlink()
            assert client.grade() == [1.0]
            shown.write_text(f"{NEW}\n")
            with pytest.raises(AuthenticationError):
                client.grade()
            shown.write_text(f"{OLD}\n")
            assert client.grade() == [1.0]
        finally:
            client.close()


@pytest.fixture(scope="module")
def certificates(tmp_path_factory):
    folder = tmp_path_factory.mktemp("certificates")
    make_certificates(folder, SERVER_NAME)
    return folder


@pytest.fixture(scope="module")
def tls_address(certificates):
    own = ("--tls-cert", str(certificates / "server.pem"), "--tls-key", str(certificates / "server.key"))
    with running_verifier(*own, "--tls-client-ca", str(certificates / "authority.pem")) as (address, _):
        yield address


@both
@pytest.mark.parametrize(
    "files",
    [
        {"ca_file": "nowhere.pem"},
        {"ca_file": "extensions"},
        {"cert_file": "extensions", "key_file": "client.key"},
        {"cert_file": "client.pem", "key_file": "server.key"},
        {"cert_file": "client.pem", "key_file": "locked.key"},
    ],
)
def test_tls_files_that_cannot_be_used_are_named(certificates, calls, files):
    client = calls(Connection("127.0.0.1:1", **{field: certificates / name for field, name in files.items()}))
    try:
        with pytest.raises(ValueError, match=r"cannot be used .*in PEM") as raised:
            client.grade()
        assert all(str(certificates / name) in str(raised.value) for name in files.values())
    finally:
        client.close()


FILES = {"ca_file": "authority.pem", "cert_file": "client.pem", "key_file": "client.key"}


@both
def test_tls(certificates, tls_address, calls):
    files = {name: certificates / file for name, file in FILES.items()}
    client = calls(Connection(tls_address, server_name=SERVER_NAME, timeout=20, **files))
    try:
        assert client.grade() == [1.0]
    finally:
        client.close()


@both
@pytest.mark.parametrize(
    ("shown", "server_name", "advice"),
    [
        (("ca_file", "cert_file", "key_file"), None, "server_name"),
        (("ca_file", "cert_file", "key_file"), "another.test", "server_name"),
        (("cert_file", "key_file"), SERVER_NAME, "ca_file"),
        (("ca_file",), SERVER_NAME, "cert_file"),
        ((), None, "may speak TLS"),
    ],
)
def test_tls_that_does_not_match_says_what_to_change(certificates, tls_address, calls, shown, server_name, advice):
    files = {name: certificates / FILES[name] for name in shown}
    client = calls(Connection(tls_address, server_name=server_name, retry=RetryPolicy(attempts=1), timeout=20, **files))
    try:
        with pytest.raises(VerifierUnavailableError, match=f"{tls_address}: UNAVAILABLE: .*{advice}"):
            client.grade()
    finally:
        client.close()


@both
def test_tls_to_a_server_without_it(certificates, address, calls):
    client = calls(Connection(address, ca_file=certificates / "authority.pem", retry=RetryPolicy(attempts=1)))
    try:
        with pytest.raises(VerifierUnavailableError, match="answers without TLS"):
            client.grade()
    finally:
        client.close()
