"""An endpoint with everything it asks for within reach: one call of it is one unit of work."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.datastructures import Headers

from quintet.accounts import Caller
from quintet.database import Database, Snapshot, Transaction
from quintet.domain.jobs import Repeat
from quintet.edge.addresses import Addresses, Base
from quintet.edge.dialect import Dialect
from quintet.edge.endpoint import Endpoint
from quintet.edge.incoming import Incoming

MAYBE_REPEAT = Repeat | None
OF_THE_REQUEST = (Caller, Transaction, Snapshot, Base, Headers, MAYBE_REPEAT)


class Call:
    """
    Hands an endpoint what its signature asks for. What does not change from request to request
    is looked up once; raises TypeError for a part that nobody brought.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        dialect: Dialect,
        database: Database,
        parts: Mapping[Any, object],
        addresses: Addresses,
    ) -> None:
        asked = endpoint.by_type
        if unknown := [kind for kind in asked if kind not in parts and kind not in OF_THE_REQUEST]:
            raise TypeError(f"{endpoint.path} asks for {unknown}, which nobody brought.")
        if Transaction in asked and Snapshot in asked:
            raise TypeError(f"{endpoint.path} asks for two units of work.")
        self._parts = {name: parts[kind] for kind, name in asked.items() if kind in parts}
        self._endpoint, self._dialect = endpoint, dialect
        self._database, self._addresses = database, addresses
        self._caller, self._base = asked.get(Caller), asked.get(Base)
        self._headers, self._repeat = asked.get(Headers), asked.get(MAYBE_REPEAT)
        self._transaction, self._snapshot = asked.get(Transaction), asked.get(Snapshot)

    async def __call__(self, request: Incoming, given: dict[str, Any]) -> object:
        """The unit of work begins when the request is whole and right: no slow caller holds it."""
        function = self._endpoint.function
        given |= self._parts
        if self._caller:
            given[self._caller] = request.caller
        if self._base:
            given[self._base] = self._addresses.base_of(request)
        if self._headers:
            given[self._headers] = request.headers
        if self._repeat:
            body = given[self._endpoint.body[0]] if self._endpoint.body else None
            given[self._repeat] = self._dialect.repeat(request.headers, body)
        if self._snapshot:
            async with self._database.snapshot() as given[self._snapshot]:
                return await function(**given)
        if self._transaction:
            async with self._database.transaction() as given[self._transaction]:
                return await function(**given)
        return await function(**given)
