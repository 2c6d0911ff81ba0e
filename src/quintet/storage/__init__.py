"""Artifact bytes: where they are kept, how they are called, and who may fetch them."""

from quintet.storage.links import Signer
from quintet.storage.local import LocalStore, make_private
from quintet.storage.names import (
    address_name,
    content_disposition,
    download_name,
    file_name,
    media_type,
)
from quintet.storage.scratching import scratch
from quintet.storage.secrets import Secrets, SecretUnusable, load_secrets
from quintet.storage.store import Store, Stored, proper
from quintet.storage.sweeping import sweep

__all__ = [
    "LocalStore",
    "SecretUnusable",
    "Secrets",
    "Signer",
    "Store",
    "Stored",
    "address_name",
    "content_disposition",
    "download_name",
    "file_name",
    "load_secrets",
    "make_private",
    "media_type",
    "proper",
    "scratch",
    "sweep",
]
