"""The commands: serve, work, demo, make, keys, credits, migrate, doctor."""

from quintet.cli.main import main

__all__ = ["main"]
