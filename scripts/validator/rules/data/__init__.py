"""Rules that look at the project's own data."""
