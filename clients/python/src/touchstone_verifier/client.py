"""The verifier, called from ordinary code."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from types import TracebackType
from typing import Any, TypeVar

import grpc

from . import calls
from ._generated import verifier_pb2 as pb
from ._generated.verifier_pb2_grpc import VerifierStub
from .batching import Batch, split
from .connection import Connection, to_connection
from .errors import error_of
from .grader import Grader
from .grading import AnswerItem, Verdict
from .policy import Policy
from .retry import wait_before_retry
from .token_source import TokenSource

Reply = TypeVar("Reply")


class VerifierClient:
    """A client for threads; `AsyncVerifierClient` is the same for asyncio.

    Made once and shared: calls may come from any thread, and after a fork the child opens a channel of its own.
    `concurrency` is how many requests of one `grade` call are under way at once.

        with VerifierClient("127.0.0.1:50051") as verifier:
            verdicts = verifier.grade([AnswerItem(golds="1/2", response=r"So it is \\boxed{0.5}")])

    Every method raises a `VerifierError` where the whole call failed; a failure of one item is part of its verdict.
    """

    def __init__(self, connection: Connection | str | None = None, *, concurrency: int = 4) -> None:
        self.connection = to_connection(connection)
        self._token = TokenSource(self.connection)
        self._concurrency = concurrency
        self._channel: grpc.Channel | None = None
        self._stub: Any = None
        self._limits: pb.Limits | None = None
        self._process = 0

    def __enter__(self) -> VerifierClient:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        if self._channel is not None and self._process == os.getpid():
            self._channel.close()
        self._channel = self._stub = None

    def describe(self) -> pb.DescribeResponse:
        """What the server is: version, default policy, reward profiles, limits."""
        reply: pb.DescribeResponse = self._call("Describe", pb.DescribeRequest())
        return reply

    def grade(
        self, items: Sequence[AnswerItem], *, policy: Policy | None = None, grader: Grader | None = None
    ) -> list[Verdict]:
        """One verdict an item, in the order of the items. Lists of any length are split into requests.

        `policy` and `grader` hold for items without their own; without a grader the mathematical core judges.
        """
        wire = calls.answer_items(items)
        limits = calls.answer_limits(self._server_limits())

        def grade_batch(batch: Batch[pb.AnswerItem]) -> list[Verdict]:
            reply = calls.oversized(batch, limits)
            return reply or calls.read_verdicts(
                batch, self._call("GradeAnswers", calls.grade_request(batch, policy, grader))
            )

        batches = list(split(wire, limits))
        if len(batches) < 2:
            return list(chain.from_iterable(map(grade_batch, batches)))
        with ThreadPoolExecutor(self._concurrency) as pool:
            return list(chain.from_iterable(pool.map(grade_batch, batches)))

    def score_rollouts(self, request: pb.ScoreRolloutsRequest) -> pb.ScoreRolloutsResponse:
        """Scores groups of rollouts. Safe to repeat: a batch id is counted once."""
        return calls.check_groups(request, self._call("ScoreRollouts", request))

    def check_steps(self, items: Sequence[pb.TraceItem]) -> list[pb.TraceVerdict]:
        """Checks traces of reasoning step by step."""
        reply: pb.CheckStepsResponse = self._call("CheckSteps", pb.CheckStepsRequest(items=items))
        return list(reply.verdicts)

    def select_problems(self, request: pb.SelectProblemsRequest) -> pb.SelectProblemsResponse:
        """Chooses which problems to roll out next."""
        reply: pb.SelectProblemsResponse = self._call("SelectProblems", request)
        return reply

    def get_difficulty(self, policy_stream: str, problem_ids: Sequence[str]) -> list[pb.Difficulty]:
        """What the ledger believes of problems, in the order of the ids."""
        request = pb.GetDifficultyRequest(policy_stream=policy_stream, problem_ids=problem_ids)
        reply: pb.GetDifficultyResponse = self._call("GetDifficulty", request)
        return list(reply.problems)

    def list_difficulty(self, policy_stream: str) -> Iterator[pb.Difficulty]:
        """Every problem of a stream, fetched page by page."""
        page = ""
        while True:
            request = pb.ListDifficultyRequest(policy_stream=policy_stream, page_token=page)
            reply: pb.ListDifficultyResponse = self._call("ListDifficulty", request)
            yield from reply.problems
            page = reply.next_page_token
            if not page:
                return

    def import_difficulty(self, request: pb.ImportDifficultyRequest) -> pb.ImportDifficultyResponse:
        """Enters pass counts that were measured elsewhere. Safe to repeat: a batch id is counted once."""
        reply: pb.ImportDifficultyResponse = self._call("ImportDifficulty", request)
        return reply

    def _server_limits(self) -> pb.Limits:
        if self._limits is None:
            self._limits = self.describe().limits
        return self._limits

    def _open_stub(self) -> Any:
        # A channel does not survive a fork: the child opens its own.
        if self._stub is None or self._process != os.getpid():
            connection, self._process = self.connection, os.getpid()
            if connection.secure:
                self._channel = grpc.secure_channel(
                    connection.address, connection.credentials(), connection.channel_options
                )
            else:
                self._channel = grpc.insecure_channel(connection.address, connection.channel_options)
            self._stub = VerifierStub(self._channel)  # type: ignore[no-untyped-call]
        return self._stub

    def _call(self, method: str, request: object) -> Any:
        connection = self.connection
        call: Callable[..., Any] = getattr(self._open_stub(), method)
        deadline = time.monotonic() + connection.timeout
        attempt = 0
        while True:
            attempt += 1
            try:
                return call(request, timeout=max(0.001, deadline - time.monotonic()), metadata=self._token.metadata())
            except grpc.RpcError as error:
                wait = wait_before_retry(error, attempt, connection.retry, deadline - time.monotonic())
                if wait is None:
                    raise error_of(error, connection) from error
                time.sleep(wait)
