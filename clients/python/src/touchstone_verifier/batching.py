"""Splits long lists into requests that the server takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

# Tag and length of one item in its request, and room for what else the request holds.
_BYTES_AROUND_ITEM = 8
_BYTES_AROUND_REQUEST = 64 * 1024


class Sized(Protocol):
    def ByteSize(self) -> int: ...  # noqa: N802


T = TypeVar("T", bound=Sized)


@dataclass(frozen=True)
class BatchLimits:
    """Largest request: items, and bytes on the wire."""

    items: int
    message_bytes: int

    @property
    def item_bytes(self) -> int:
        return self.message_bytes - _BYTES_AROUND_REQUEST


@dataclass(frozen=True)
class Batch(Generic[T]):
    """A run of items: the first stands at `start` in the whole list."""

    start: int
    items: Sequence[T]


def split(items: Sequence[T], limits: BatchLimits) -> Iterator[Batch[T]]:
    """Runs of items in their order, each within the limits; an item that alone exceeds them is a run of its own."""
    start, size = 0, 0
    for position, item in enumerate(items):
        item_size = item.ByteSize() + _BYTES_AROUND_ITEM
        full = position - start >= limits.items or size + item_size > limits.item_bytes
        if full and position > start:
            yield Batch(start, items[start:position])
            start, size = position, 0
        size += item_size
    if start < len(items):
        yield Batch(start, items[start:])
