"""Stubs made by scripts/generate_stubs.py; not edited by hand."""
