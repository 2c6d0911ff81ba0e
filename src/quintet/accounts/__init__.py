"""Who may ask for what: accounts, their keys, credits, limits and prices."""

from quintet.accounts.caller import Caller, Key
from quintet.accounts.keys import Keys, NewKey, StoredKey
from quintet.accounts.limits import Limits, Standing, Window, WindowName
from quintet.accounts.plans import PLANS, Plan
from quintet.accounts.prices import Prices

__all__ = [
    "PLANS",
    "Caller",
    "Key",
    "Keys",
    "Limits",
    "NewKey",
    "Plan",
    "Prices",
    "Standing",
    "StoredKey",
    "Window",
    "WindowName",
]
