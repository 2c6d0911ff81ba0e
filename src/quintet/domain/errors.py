"""Everything that can go wrong, in our own words. No HTTP here: each dialect words it itself."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar


class QuintetError(Exception):
    """
    Root of our errors. `code` is stable and safe to show to callers. All can be pickled, whatever
    their classes ask for when they are made: a workshop's child raises them too.
    """

    code: ClassVar[str]

    def __reduce__(self) -> tuple[object, ...]:
        return _as_it_was, (type(self), self.args), self.__dict__


def _as_it_was(error: type[QuintetError], args: tuple[object, ...]) -> QuintetError:
    return error.__new__(error, *args)


class Refused(QuintetError):
    """The request was understood and cannot be taken."""


class KeyProblem(StrEnum):
    MISSING = "missing"
    UNKNOWN = "unknown"
    REVOKED = "revoked"
    EXPIRED = "expired"


class NotAuthenticated(Refused):
    code = "not_authenticated"

    def __init__(self, why: KeyProblem) -> None:
        super().__init__(f"The API key is {why}.")
        self.why = why


class Forbidden(Refused):
    """The caller may not do this. `what` names the thing, such as "folder" or "gamma"."""

    code = "forbidden"

    def __init__(self, what: str, name: str = "") -> None:
        super().__init__(f"No access to {what} {name!r}.")
        self.what, self.name = what, name


class NotFound(Refused):
    code = "not_found"

    def __init__(self, what: str, name: str) -> None:
        super().__init__(f"No {what} is called {name!r}.")
        self.what, self.name = what, name


class Unknown(Refused):
    """A value of the request names something that is not there, such as a theme."""

    code = "unknown"

    def __init__(self, field: str, name: str) -> None:
        super().__init__(f"{field} {name!r} is not known.")
        self.field, self.name = field, name


class OutOfCredits(Refused):
    """In credits, not micro-credits."""

    code = "out_of_credits"

    def __init__(self, *, needed: float, left: float) -> None:
        super().__init__(f"The job needs {needed:g} credits and {left:g} are left.")
        self.needed, self.left = needed, left


class TooManyRequests(Refused):
    """`retry_after` is in seconds."""

    code = "too_many_requests"

    def __init__(self, retry_after: float) -> None:
        super().__init__(f"Try again in {retry_after:.0f} s.")
        self.retry_after = retry_after


class OverPlan(Refused):
    """More of something than the account's plan allows."""

    code = "over_plan"

    def __init__(self, what: str, most: int) -> None:
        super().__init__(f"The plan allows {most} {what}.")
        self.what, self.most = what, most


class KeyReused(Refused):
    """An idempotency key came again with another request."""

    code = "key_reused"

    def __init__(self, key: str) -> None:
        super().__init__("The idempotency key was used for another request.")
        self.key = key


class AlreadyEnded(Refused):
    """The job has ended, and what was asked can only be done to one that has not."""

    code = "already_ended"

    def __init__(self, job: str, state: str) -> None:
        super().__init__(f"The job has {state}.")
        self.job, self.state = job, state


class NotFailed(Refused):
    """Only a job that has failed or was cancelled can be tried once more."""

    code = "not_failed"

    def __init__(self, job: str, state: str) -> None:
        super().__init__(f"The job is {state}: there is nothing to try again.")
        self.job, self.state = job, state


class LinkExpired(Refused):
    code = "link_expired"

    def __init__(self) -> None:
        super().__init__("The link has expired.")


class JobFailed(QuintetError):
    """A recipe says its job cannot be done. The message is shown to the caller."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code  # type: ignore[misc]  # the code of this one failure


class ProviderError(QuintetError):
    """A provider could not do its part of a job. `retry_after` of None means: never."""

    code = "provider_error"

    def __init__(self, message: str, *, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class Fenced(Exception):
    """This attempt no longer owns its job: a newer one, a cancel or the deadline does."""


class DatabaseGone(Exception):
    """The database does not answer; what was being written may or may not be there."""


class DatabaseUnusable(Exception):
    """The database named by the settings cannot be used, and why, for whoever runs the server."""
