"""The vendors' HTTP APIs and our own, one folder each. This table is the list of dialects."""

from __future__ import annotations

from collections.abc import Mapping

from quintet.dialects.gamma import GAMMA
from quintet.dialects.quintet import QUINTET
from quintet.edge import Dialect

DIALECTS: Mapping[str, Dialect] = {each.name: each for each in (GAMMA, QUINTET)}
