"""What the edge itself refuses. Each dialect words it as it does any other refusal."""

from __future__ import annotations

from quintet.domain.errors import Refused


class NoSuchPath(Refused):
    """The dialect has no such path. Told without a key, unless the dialect asks for it first."""

    code = "no_such_path"

    def __init__(self, method: str, path: str) -> None:
        super().__init__(f"Nothing answers {method} {path}.")
        self.method, self.path = method, path


class WrongMethod(NoSuchPath):
    """There is the path; `allowed` are the methods it takes."""

    code = "wrong_method"

    def __init__(self, method: str, path: str, allowed: tuple[str, ...]) -> None:
        super().__init__(method, path)
        self.allowed = allowed


class BodyTooLarge(Refused):
    """`most` is in bytes. The connection is closed: what still comes is not read."""

    code = "body_too_large"

    def __init__(self, most: int) -> None:
        super().__init__(f"A body may have {most} bytes.")
        self.most = most


class WrongMediaType(Refused):
    """The body says to be something else than JSON."""

    code = "wrong_media_type"

    def __init__(self, given: str) -> None:
        super().__init__(f"The body must be application/json, not {given}.")
        self.given = given


class Unavailable(Refused):
    """The database does not answer, so nobody can be served now. `retry_after` is in seconds."""

    code = "unavailable"

    def __init__(self, retry_after: float = 2.0) -> None:
        super().__init__("The server cannot answer at the moment.")
        self.retry_after = retry_after


class Unexpected(Refused):
    """A bug of ours. The log has the rest; the caller gets the request's id."""

    code = "unexpected"

    def __init__(self, request: str) -> None:
        super().__init__("Something went wrong on our side.")
        self.request = request
