"""Which bytes a range asks for."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from quintet.edge.files import bytes_of


@settings(deadline=None)
@given(
    first=st.integers(0, 30) | st.none(),
    last=st.integers(0, 30) | st.none(),
    size=st.integers(0, 20),
)
def test_a_part_is_within_its_file(first: int | None, last: int | None, size: int) -> None:
    if first is None and last is None:
        return
    part = bytes_of("" if first is None else str(first), "" if last is None else str(last), size)

    assert part is None or 0 <= part[0] < part[1] <= size
