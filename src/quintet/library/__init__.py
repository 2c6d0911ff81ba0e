"""The library: finished decks, whose they are, and the folders they lie in."""

from quintet.library.decks import (
    KeptDeck,
    archive,
    by_doc,
    by_id,
    delete,
    doc_id_of,
    file_id_of,
    is_there,
    record,
)
from quintet.library.folders import Folder, check, folders_of

__all__ = [
    "Folder",
    "KeptDeck",
    "archive",
    "by_doc",
    "by_id",
    "check",
    "delete",
    "doc_id_of",
    "file_id_of",
    "folders_of",
    "is_there",
    "record",
]
