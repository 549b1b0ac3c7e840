"""A person, a place, the whole directory → text in the grammars of other programs.  Pure functions, no files.

    vcard(person, site_address)                # .vcf, vCard 4.0
    calendar(person, courses, site_address)    # .ics, iCalendar with its time zones
    data_uri(text, mime)                       # either of them as the address of a link
    qr_code(permalink(person, site_address))   # a PNG and its side, the address and nothing else
    person_graph(person, certifier, site_address, today=, trail=)    # JSON-LD as a dict
    place_graph(name, path, people, site_address, trail=, first=1)                 # likewise, of a list of people
    script_json(graph)                         # … as the text of <script type="application/ld+json">
    open_data.files([open_data.lines(people, directory, site_address)], today, site_address)    # JSON, GeoJSON, CSV

* ``site_address`` ends with a slash.  ``trail`` is ``[(name, path)]`` of the pages above, from the top, with paths
  relative to the site; so is ``people``.
* Texts with CRLF (vCard, iCalendar, CSV) are written with ``newline=""``.
* Escaping is in ``escape`` alone, once, at the last step.
"""

from directory.outputs.addresses import permalink
from directory.outputs.calendar import calendar
from directory.outputs.escape import data_uri, script_json
from directory.outputs.open_data import schema_text
from directory.outputs.qr import qr_code
from directory.outputs.structured import person_graph, place_graph
from directory.outputs.vcard import vcard

__all__ = [
    "calendar",
    "data_uri",
    "permalink",
    "person_graph",
    "place_graph",
    "qr_code",
    "schema_text",
    "script_json",
    "vcard",
]
