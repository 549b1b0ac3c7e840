"""Texts → values with their places.  Nothing here knows a rule, and nothing here opens a file."""
