"""Quintet: one self-hosted server that speaks the generation APIs of five vendors."""
