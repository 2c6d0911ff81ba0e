"""The viewer: a finished deck's own page, at `/g/{doc}` and, bare for frames, at `/embed/{doc}`."""

from quintet.viewer.viewer import Viewer

__all__ = ["Viewer"]
