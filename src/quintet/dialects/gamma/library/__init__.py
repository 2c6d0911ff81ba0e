"""Themes, folders, gammas that are there, and whose the key is."""
