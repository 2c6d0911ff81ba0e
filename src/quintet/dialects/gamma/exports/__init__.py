"""Exported files: links to them, and exporting a gamma that is there."""
