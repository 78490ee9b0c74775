"""Answers to grade and what was found of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ._generated import verifier_pb2 as pb
from .grader import Grader, to_grader
from .policy import Policy, to_policy
from .text import well_formed


@dataclass(frozen=True)
class AnswerItem:
    """One answer to grade.

    Give `response` (a model's whole output, from which the answer is extracted) or `answer` (a bare answer). `golds`
    is one gold answer or several; `choices` are the contents of options A, B, C, ... of a multiple-choice question.
    `problem` is the text of the problem: it tells what kind of answer is asked for, such as an antiderivative.
    `policy` and `grader` come before those of the call.
    """

    golds: str | Sequence[str]
    response: str | None = None
    answer: str | None = None
    choices: Sequence[str] = ()
    policy: Policy | None = None
    grader: Grader | None = None
    problem: str | None = None

    def to_wire(self, item_id: str) -> pb.AnswerItem:
        """The message of the item.

        Raises TypeError for a field that is no text, ValueError for two candidates or none.
        """
        if (self.response is None) == (self.answer is None):
            raise ValueError("an answer item has either a response or a bare answer")
        item = pb.AnswerItem(
            id=item_id,
            golds=_texts("golds", [self.golds] if isinstance(self.golds, str) else self.golds),
            choices=_texts("choices", self.choices),
            policy=to_policy(self.policy),
            grader=to_grader(self.grader),
            problem="" if self.problem is None else _text("problem", self.problem),
        )
        if self.response is not None:
            item.response = _text("response", self.response)
        elif self.answer is not None:
            item.answer = _text("answer", self.answer)
        return item


def _text(field: str, value: object) -> str:
    if isinstance(value, str):
        return well_formed(value)
    raise TypeError(f"{field} of an answer item is text, and here {type(value).__name__}: convert it with str()")


def _texts(field: str, values: object) -> list[str]:
    # A text is a sequence of texts as well, and its letters would be taken for options.
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise TypeError(f"{field} of an answer item are texts in a list, and not {type(values).__name__}")
    return [_text(field, value) for value in values]


@dataclass(frozen=True)
class Failure:
    """Why an item could not be judged. It says nothing about the answer: leave the item out, never score it 0.

    `kind` is "no_gold", "unparsable_gold", "limit_exceeded", "undecided", "internal" or "invalid_item".
    """

    kind: str
    message: str


@dataclass(frozen=True)
class Verdict:
    """What the verifier says of one answer: `correct`, or a `failure` and then no score at all."""

    correct: bool | None
    failure: Failure | None
    reason: str
    extracted: str | None
    gold_form: str
    answer_form: str
    method: str
    fuel_used: int

    @property
    def reward(self) -> float | None:
        """1.0, 0.0, or None where nothing could be judged."""
        return None if self.correct is None else float(self.correct)

    @classmethod
    def of_wire(cls, verdict: pb.AnswerVerdict) -> Verdict:
        failed = verdict.WhichOneof("outcome") != "score"
        return cls(
            correct=None if failed else verdict.score.correct,
            failure=failure_of_wire(verdict.failure) if failed else None,
            reason=verdict.reason,
            extracted=verdict.extracted.text if verdict.HasField("extracted") else None,
            gold_form=verdict.gold_form,
            answer_form=verdict.answer_form,
            method=verdict.method,
            fuel_used=verdict.fuel_used,
        )

    @classmethod
    def too_large(cls, size: int, limit: int) -> Verdict:
        message = f"The item takes {size} bytes, more than the {limit} of a whole request. Shorten the response."
        return cls(None, Failure("limit_exceeded", message), "limit_exceeded", None, "", "", "", 0)


def failure_of_wire(failure: pb.Failure) -> Failure:
    return Failure(pb.FailureKind.Name(failure.kind).removeprefix("FAILURE_KIND_").lower(), failure.message)
