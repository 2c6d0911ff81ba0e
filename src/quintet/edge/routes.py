"""Endpoints as they are declared, and the one that answers a method and a path."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from re import Pattern
from typing import TypeVar, Unpack

from starlette.routing import compile_path

from quintet.edge.endpoint import Declared, Endpoint, Function
from quintet.edge.refused import NoSuchPath, WrongMethod

F = TypeVar("F", bound=Function)
Methods = dict[str, Endpoint]
NOTHING: Methods = {}


class Routes:
    """
    A dialect's endpoints. A slash more or less at the end is the same path, and never a
    redirect: a redirected POST arrives as a GET. HEAD is answered as GET is, without the body.
    """

    def __init__(self, prefix: str = "") -> None:
        self.endpoints: list[Endpoint] = []
        self._prefix = prefix
        self._plain: dict[str, Methods] = {}
        self._patterns: dict[Pattern[str], Methods] = {}

    def get(self, path: str, **declared: Unpack[Declared]) -> Callable[[F], F]:
        return self._add("GET", path, declared)

    def post(self, path: str, **declared: Unpack[Declared]) -> Callable[[F], F]:
        return self._add("POST", path, declared)

    def put(self, path: str, **declared: Unpack[Declared]) -> Callable[[F], F]:
        return self._add("PUT", path, declared)

    def patch(self, path: str, **declared: Unpack[Declared]) -> Callable[[F], F]:
        return self._add("PATCH", path, declared)

    def delete(self, path: str, **declared: Unpack[Declared]) -> Callable[[F], F]:
        return self._add("DELETE", path, declared)

    def include(self, other: Routes) -> None:
        """Take in the endpoints of another list, which keep their own prefix."""
        for endpoint in other.endpoints:
            self._put(endpoint)

    def find(self, method: str, path: str) -> tuple[Endpoint | None, Mapping[str, str]]:
        """What answers, if anything does, and what stands in its path."""
        methods, in_path = self._match(path.rstrip("/"))
        return methods.get("GET" if method == "HEAD" else method), in_path

    def refuse(self, method: str, path: str) -> NoSuchPath:
        """Why nothing answers: there is no such path, or it takes another method."""
        methods, _ = self._match(path.rstrip("/"))
        if methods:
            return WrongMethod(method, path, tuple(sorted(methods)))
        return NoSuchPath(method, path)

    def _add(self, method: str, path: str, declared: Declared) -> Callable[[F], F]:
        def declare(function: F) -> F:
            self._put(Endpoint(method, self._prefix + path, function, **declared))
            return function

        return declare

    def _put(self, endpoint: Endpoint) -> None:
        self.endpoints.append(endpoint)
        path = endpoint.path.rstrip("/")
        methods = (
            self._patterns.setdefault(compile_path(path)[0], {})
            if endpoint.in_path
            else self._plain.setdefault(path, {})
        )
        if endpoint.method in methods:
            raise TypeError(f"{endpoint.method} {endpoint.path} is declared twice.")
        methods[endpoint.method] = endpoint

    def _match(self, path: str) -> tuple[Methods, Mapping[str, str]]:
        if plain := self._plain.get(path):
            return plain, {}
        # What a database could not look for is not looked for.
        if "\0" not in path:
            for pattern, methods in self._patterns.items():
                if match := pattern.match(path):
                    return methods, match.groupdict()
        return NOTHING, {}
