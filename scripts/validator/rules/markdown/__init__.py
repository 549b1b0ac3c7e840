"""Rules that look at a page's Markdown."""
