"""What every page carries around its words: front matter, chapter settings, boxes, drawings, glossary, structured data.

Plain functions over plain values; `mkdocs_hooks` calls them, nothing here knows MkDocs.
"""
