"""Which failures are repeated, and how long the client waits."""

import asyncio
import socket
import threading
import time
from concurrent import futures

import grpc
import pytest
from conftest import running_verifier
from hypothesis import given
from hypothesis import strategies as st

from touchstone_verifier import (
    AnswerItem,
    AsyncVerifierClient,
    AuthenticationError,
    Connection,
    ProtocolError,
    RetryPolicy,
    VerifierClient,
    VerifierUnavailableError,
    messages,
)
from touchstone_verifier._generated.verifier_pb2_grpc import VerifierServicer, add_VerifierServicer_to_server
from touchstone_verifier.retry import wait_before_retry

FAST = RetryPolicy(attempts=4, first_wait=0.01, longest_wait=0.05)


class Status(grpc.RpcError):
    def __init__(self, code, trailers=()):
        self._code, self._trailers = code, trailers

    def code(self):
        return self._code

    def trailing_metadata(self):
        return self._trailers


@pytest.mark.parametrize(
    ("code", "pushback", "repeated"),
    [
        (grpc.StatusCode.UNAVAILABLE, None, True),
        (grpc.StatusCode.UNAVAILABLE, "250", True),
        (grpc.StatusCode.UNAVAILABLE, "-1", False),
        (grpc.StatusCode.UNAVAILABLE, "soon", False),
        (grpc.StatusCode.RESOURCE_EXHAUSTED, "250", True),
        (grpc.StatusCode.RESOURCE_EXHAUSTED, None, False),
        (grpc.StatusCode.INVALID_ARGUMENT, None, False),
        (grpc.StatusCode.DEADLINE_EXCEEDED, None, False),
        (grpc.StatusCode.UNAUTHENTICATED, None, False),
    ],
)
def test_what_is_repeated(code, pushback, repeated):
    trailers = () if pushback is None else (("grpc-retry-pushback-ms", pushback),)
    wait = wait_before_retry(Status(code, trailers), 1, FAST, 60.0)
    assert (wait is not None) == repeated
    if wait is not None and pushback is not None:
        assert wait >= int(pushback) / 1000


@given(st.integers(1, 40), st.floats(0, 100))
def test_waits_are_bounded(attempt, time_left):
    policy = RetryPolicy(attempts=20)
    wait = wait_before_retry(Status(grpc.StatusCode.UNAVAILABLE), attempt, policy, time_left)
    if attempt >= policy.attempts:
        assert wait is None
    elif wait is None:
        assert time_left <= policy.longest_wait
    else:
        assert 0 < wait <= min(policy.longest_wait, time_left)


class Scripted(VerifierServicer):
    """Answers GradeAnswers with each given status in turn, then with `reply`."""

    def __init__(self, statuses, reply):
        self.statuses, self.reply, self.calls = list(statuses), reply, 0

    def Describe(self, request, context):  # noqa: N802
        limits = messages.Limits(max_items_per_batch=10, max_message_bytes=1 << 20)
        return messages.DescribeResponse(limits=limits)

    def GradeAnswers(self, request, context):  # noqa: N802
        self.calls += 1
        if self.statuses:
            code, trailers = self.statuses.pop(0)
            context.set_trailing_metadata(trailers)
            context.abort(code, "as scripted")
        return self.reply(request)


def echo(request):
    score = messages.Score(correct=True, value=1)
    verdicts = [messages.AnswerVerdict(id=item.id, score=score) for item in request.items]
    return messages.GradeAnswersResponse(verdicts=verdicts)


@pytest.fixture
def scripted():
    servers = []

    def start(statuses=(), reply=echo):
        servicer = Scripted(statuses, reply)
        server = grpc.server(futures.ThreadPoolExecutor(4))
        add_VerifierServicer_to_server(servicer, server)
        port = server.add_insecure_port("127.0.0.1:0")
        server.start()
        servers.append(server)
        return servicer, Connection(f"127.0.0.1:{port}", retry=FAST, timeout=10)

    yield start
    for server in servers:
        server.stop(None)


ITEM = AnswerItem(golds="1", answer="1")
BUSY = (grpc.StatusCode.RESOURCE_EXHAUSTED, (("grpc-retry-pushback-ms", "20"),))
AWAY = (grpc.StatusCode.UNAVAILABLE, ())


def grade_sync(connection):
    with VerifierClient(connection) as client:
        return client.grade([ITEM])


def grade_async(connection):
    async def run():
        async with AsyncVerifierClient(connection) as client:
            return await client.grade([ITEM])

    return asyncio.run(run())


both = pytest.mark.parametrize("grade", [grade_sync, grade_async])


@both
def test_an_overloaded_server_is_asked_again(scripted, grade):
    servicer, connection = scripted([BUSY, AWAY, BUSY])
    assert [verdict.reward for verdict in grade(connection)] == [1.0]
    assert servicer.calls == 4


@both
def test_attempts_are_bounded(scripted, grade):
    servicer, connection = scripted([AWAY] * 9)
    with pytest.raises(VerifierUnavailableError, match=r"127\.0\.0\.1:\d+: UNAVAILABLE: as scripted"):
        grade(connection)
    assert servicer.calls == FAST.attempts


@both
def test_a_refused_token_is_not_repeated(scripted, grade):
    servicer, connection = scripted([(grpc.StatusCode.UNAUTHENTICATED, ())])
    with pytest.raises(AuthenticationError, match=r"as scripted\. Check the token\."):
        grade(connection)
    assert servicer.calls == 1


@both
@pytest.mark.parametrize(
    "reply",
    [
        lambda request: messages.GradeAnswersResponse(),
        lambda request: messages.GradeAnswersResponse(verdicts=[messages.AnswerVerdict(id="7")]),
        lambda request: messages.GradeAnswersResponse(verdicts=[messages.AnswerVerdict(id="0")] * 2),
    ],
)
def test_a_reply_that_does_not_fit_is_refused(scripted, grade, reply):
    _, connection = scripted(reply=reply)
    with pytest.raises(ProtocolError):
        grade(connection)


@both
def test_nobody_listens(grade):
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        connection = Connection(f"127.0.0.1:{held.getsockname()[1]}", retry=FAST, timeout=10)
        with pytest.raises(VerifierUnavailableError, match=r"Start it with: touchstone-verifier serve\.$"):
            grade(connection)


def test_a_verifier_that_is_restarted_is_waited_for():
    with running_verifier() as (address, process):
        port = int(address.rsplit(":", 1)[1])
        with VerifierClient(Connection(address, timeout=60, retry=RetryPolicy(attempts=100))) as client:
            assert client.grade([ITEM])[0].reward == 1.0
            process.kill()
            process.wait()
            rewards = []
            caller = threading.Thread(target=lambda: rewards.extend(v.reward for v in client.grade([ITEM])))
            caller.start()
            time.sleep(0.5)
            assert not rewards
            with running_verifier(port=port):
                caller.join(60)
                assert rewards == [1.0]
