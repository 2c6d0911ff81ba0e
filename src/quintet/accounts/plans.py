"""Plans: how much of a thing an account may ask for in one job."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """`most_cards` is the largest deck; image models above the plan are the dialect's matter."""

    name: str
    most_cards: int


PLANS: Mapping[str, Plan] = {
    plan.name: plan
    for plan in (Plan("ultra", 75), Plan("pro", 60), Plan("teams", 60), Plan("business", 60))
}
"""The first is the highest, and what a new account gets."""
