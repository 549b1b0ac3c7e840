"""People → files: the instructor directory.

    directory, problems = load(root, today)      # Directory (frozen), every problem of every file

* ``directory.people`` sorted ``Instructor``\\ s; ``by_id``, ``countries``, ``towns``, ``languages``,
  ``online``, ``samples``, ``left_out``; ``directory.status(person)``, ``certifier(person)``,
  ``chapter(country)``.
* ``Instructor``: the fields of ``model.Entry`` (one YAML file) and ``id``, ``source``, ``address``.
* ``status.status(person, today)`` → current · expires-soon · expired · unconfirmed; its deadlines are
  constants there.
* ``load.read_entry(path, root, today)``: one file alone.  ``schema.schema_text(path)``: JSON Schema for
  editors.
"""

from directory.directory import Directory
from directory.load import load
from directory.model import Entry, Instructor
from directory.status import Status, status

__all__ = ["Directory", "Entry", "Instructor", "Status", "load", "status"]
