"""Graders by the names that the command line and the documentation use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from ._generated.verifier_pb2 import GraderSpec

Grader: TypeAlias = "GraderSpec | str | Mapping[str, Any]"


def to_grader(grader: Grader | None) -> GraderSpec | None:
    """Who judges: a name, or `{"name": "json", "options": {"key_order": "keep"}}`.

    Raises ValueError for a mapping of another form. Whether the server has such a grader, the server says.
    """
    if grader is None or isinstance(grader, GraderSpec):
        return grader
    if isinstance(grader, str):
        return GraderSpec(name=grader)
    options = grader.get("options", {})
    texts = isinstance(options, Mapping) and all(isinstance(value, str) for value in options.values())
    if not isinstance(grader.get("name"), str) or not texts or grader.keys() - {"name", "options"}:
        raise ValueError(
            f'a grader is a name or {{"name": ..., "options": {{...}}}} with options that are texts; got {grader!r}'
        )
    return GraderSpec(name=grader["name"], options=options)
