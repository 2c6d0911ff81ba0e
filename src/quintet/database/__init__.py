"""Rows: connections and transactions. One kind of SQL text for both databases."""

from quintet.database.database import (
    Aside,
    Database,
    Engine,
    Row,
    Snapshot,
    Transaction,
    Value,
)
from quintet.database.opening import open_database

__all__ = [
    "Aside",
    "Database",
    "Engine",
    "Row",
    "Snapshot",
    "Transaction",
    "Value",
    "open_database",
]
