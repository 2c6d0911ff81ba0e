"""The offline writer: from Markdown or plain text to a deck. It invents no facts."""

from quintet.studio.writer.images import images
from quintet.studio.writer.write import write
from quintet.studio.writer.written import Written

__all__ = ["Written", "images", "write"]
