"""Rules that look at all files of docs_dir and mkdocs.yml."""
