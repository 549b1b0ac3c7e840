"""Tables and terminals ↔ people's files: the volunteers' tool behind ``scripts/instructors.py``.

    table = read_table(path)                             # Table, or every reason why not
    read, problems = columns(table, wishes)              # which column is which field
    plan = plan_import(table, read, root, today, dates)  # touches nothing; plan.problems, diff.lines(plan)
    write(plan, root)                                    # all or nothing

* ``guard``: a text in a cell that is never a formula; ``read(write(text)) == text``.
* ``fields``: the columns that there can be, derived from the model.
* ``yaml_writer.person_yaml(data)``: a new file; ``yaml_edit.edited(text, data)``: a file with some values
  changed and every other byte as it was.
* ``exporting``, ``due``, ``removing``, ``new``: the other commands; ``commands`` prints what they find.
"""
