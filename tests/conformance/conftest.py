"""A server with every dialect."""

from __future__ import annotations

from tests.server import acme as acme
from tests.server import database as database
from tests.server import keys as keys
from tests.server import limits as limits
from tests.server import migrated as migrated
from tests.server import server as server
