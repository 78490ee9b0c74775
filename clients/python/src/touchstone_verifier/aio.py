"""The verifier, called from asyncio."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from itertools import chain
from types import TracebackType
from typing import Any

import grpc
import grpc.aio

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


class AsyncVerifierClient:
    """As `VerifierClient`, for asyncio. It belongs to the event loop that first calls it."""

    def __init__(self, connection: Connection | str | None = None, *, concurrency: int = 4) -> None:
        self.connection = to_connection(connection)
        self._token = TokenSource(self.connection)
        self._concurrency = concurrency
        self._channel: grpc.aio.Channel | None = None
        self._stub: Any = None
        self._limits: pb.Limits | None = None

    async def __aenter__(self) -> AsyncVerifierClient:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        if self._channel is not None:
            await self._channel.close(None)
        self._channel = self._stub = None

    async def describe(self) -> pb.DescribeResponse:
        """What the server is: version, default policy, reward profiles, limits."""
        reply: pb.DescribeResponse = await self._call("Describe", pb.DescribeRequest())
        return reply

    async def grade(
        self, items: Sequence[AnswerItem], *, policy: Policy | None = None, grader: Grader | None = None
    ) -> list[Verdict]:
        """One verdict an item, in the order of the items. Lists of any length are split into requests.

        `policy` and `grader` hold for items without their own; without a grader the mathematical core judges.
        """
        wire = calls.answer_items(items)
        limits = calls.answer_limits(await self._server_limits())
        turns = asyncio.Semaphore(self._concurrency)

        async def grade_batch(batch: Batch[pb.AnswerItem]) -> list[Verdict]:
            reply = calls.oversized(batch, limits)
            if reply is not None:
                return reply
            async with turns:
                return calls.read_verdicts(
                    batch, await self._call("GradeAnswers", calls.grade_request(batch, policy, grader))
                )

        return list(chain.from_iterable(await asyncio.gather(*map(grade_batch, split(wire, limits)))))

    async def score_rollouts(self, request: pb.ScoreRolloutsRequest) -> pb.ScoreRolloutsResponse:
        """Scores groups of rollouts. Safe to repeat: a batch id is counted once."""
        return calls.check_groups(request, await self._call("ScoreRollouts", request))

    async def check_steps(self, items: Sequence[pb.TraceItem]) -> list[pb.TraceVerdict]:
        """Checks traces of reasoning step by step."""
        reply: pb.CheckStepsResponse = await self._call("CheckSteps", pb.CheckStepsRequest(items=items))
        return list(reply.verdicts)

    async def select_problems(self, request: pb.SelectProblemsRequest) -> pb.SelectProblemsResponse:
        """Chooses which problems to roll out next."""
        reply: pb.SelectProblemsResponse = await self._call("SelectProblems", request)
        return reply

    async def get_difficulty(self, policy_stream: str, problem_ids: Sequence[str]) -> list[pb.Difficulty]:
        """What the ledger believes of problems, in the order of the ids."""
        request = pb.GetDifficultyRequest(policy_stream=policy_stream, problem_ids=problem_ids)
        reply: pb.GetDifficultyResponse = await self._call("GetDifficulty", request)
        return list(reply.problems)

    async def list_difficulty(self, policy_stream: str) -> AsyncIterator[pb.Difficulty]:
        """Every problem of a stream, fetched page by page."""
        page = ""
        while True:
            request = pb.ListDifficultyRequest(policy_stream=policy_stream, page_token=page)
            reply: pb.ListDifficultyResponse = await self._call("ListDifficulty", request)
            for problem in reply.problems:
                yield problem
            page = reply.next_page_token
            if not page:
                return

    async def import_difficulty(self, request: pb.ImportDifficultyRequest) -> pb.ImportDifficultyResponse:
        """Enters pass counts that were measured elsewhere. Safe to repeat: a batch id is counted once."""
        reply: pb.ImportDifficultyResponse = await self._call("ImportDifficulty", request)
        return reply

    async def _server_limits(self) -> pb.Limits:
        if self._limits is None:
            self._limits = (await self.describe()).limits
        return self._limits

    def _open_stub(self) -> Any:
        if self._stub is None:
            connection = self.connection
            if connection.secure:
                credentials = connection.credentials()
                self._channel = grpc.aio.secure_channel(connection.address, credentials, connection.channel_options)
            else:
                self._channel = grpc.aio.insecure_channel(connection.address, connection.channel_options)
            self._stub = VerifierStub(self._channel)  # type: ignore[no-untyped-call]
        return self._stub

    async def _call(self, method: str, request: object) -> Any:
        connection = self.connection
        call: Callable[..., Awaitable[Any]] = getattr(self._open_stub(), method)
        deadline = time.monotonic() + connection.timeout
        attempt = 0
        while True:
            attempt += 1
            try:
                return await call(
                    request, timeout=max(0.001, deadline - time.monotonic()), metadata=self._token.metadata()
                )
            except grpc.RpcError as error:
                wait = wait_before_retry(error, attempt, connection.retry, deadline - time.monotonic())
                if wait is None:
                    raise error_of(error, connection) from error
                await asyncio.sleep(wait)
