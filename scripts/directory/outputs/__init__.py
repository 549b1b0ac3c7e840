"""A person, a place, the whole directory → text in the grammars of other programs.  Pure functions, no files.

    vcard(person, site_address)                # .vcf, vCard 4.0
    calendar(person, course, site_address)     # .ics, iCalendar with its time zone
    data_uri(text, mime)                       # either of them as the address of a link
    qr_svg(permalink(person, site_address))    # <svg>, the address and nothing else
    person_graph(person, certifier, site_address, chapter_name, today=, trail=)    # JSON-LD as a dict
    place_graph(name, path, people, site_address, trail=, first=1)                 # likewise, of a list of people
    script_json(graph)                         # … as the text of <script type="application/ld+json">
    directory_json, geojson, csv_table (directory, site_address);  schema_text()
    open_data.files(directory, site_address)   # {path: text} of these four

* ``site_address`` ends with a slash.  ``trail`` is ``[(name, path)]`` of the pages above, from the top, with paths
  relative to the site; so is ``people``.
* Texts with CRLF (vCard, iCalendar, CSV) are written with ``newline=""``.
* Escaping is in ``escape`` alone, once, at the last step.
"""

from directory.outputs.addresses import permalink
from directory.outputs.calendar import calendar, data_uri
from directory.outputs.escape import script_json
from directory.outputs.open_data import csv_table, directory_json, geojson, schema_text
from directory.outputs.qr import qr_svg
from directory.outputs.structured import person_graph, place_graph
from directory.outputs.vcard import vcard

__all__ = [
    "calendar",
    "csv_table",
    "data_uri",
    "directory_json",
    "geojson",
    "permalink",
    "person_graph",
    "place_graph",
    "qr_svg",
    "schema_text",
    "script_json",
    "vcard",
]
