"""Splitting: nothing lost, nothing reordered, every request within its limits."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from touchstone_verifier.batching import BatchLimits, split


@dataclass(frozen=True)
class Item:
    size: int

    def ByteSize(self):  # noqa: N802
        return self.size


@given(st.lists(st.integers(0, 200_000).map(Item), max_size=60), st.integers(1, 9), st.integers(70_000, 400_000))
def test_split(items, most_items, most_bytes):
    limits = BatchLimits(most_items, most_bytes)
    batches = list(split(items, limits))
    assert [item for batch in batches for item in batch.items] == items
    start = 0
    for batch in batches:
        assert batch.start == start
        start += len(batch.items)
        assert 1 <= len(batch.items) <= most_items
        assert len(batch.items) == 1 or sum(item.size for item in batch.items) <= limits.item_bytes
