"""Rules that look at all built files together."""
