"""What every dialect shares: declared endpoints become an ASGI app and an OpenAPI document."""

from quintet.edge.addresses import Addresses, Base
from quintet.edge.answers import Answer, Events, Later, RawHeaders, Said
from quintet.edge.dialect import Describe, Dialect, Problem
from quintet.edge.faults import Fault, Malformed, wrong
from quintet.edge.files import File
from quintet.edge.incoming import Incoming
from quintet.edge.refused import (
    BodyTooLarge,
    NoSuchPath,
    Unavailable,
    Unexpected,
    WrongMediaType,
    WrongMethod,
)
from quintet.edge.routes import Routes
from quintet.edge.serve import Edge
from quintet.edge.times import iso_time

__all__ = [
    "Addresses",
    "Answer",
    "Base",
    "BodyTooLarge",
    "Describe",
    "Dialect",
    "Edge",
    "Events",
    "Fault",
    "File",
    "Incoming",
    "Later",
    "Malformed",
    "NoSuchPath",
    "Problem",
    "RawHeaders",
    "Routes",
    "Said",
    "Unavailable",
    "Unexpected",
    "WrongMediaType",
    "WrongMethod",
    "iso_time",
    "wrong",
]
