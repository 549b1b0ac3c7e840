"""Problems with a sure mend → the sources, mended: never half-way, and no byte that need not change.

text.py       the bytes of a file, with some of its words replaced
placing.py    a problem → the words of a file to replace, if they stand where it says
planning.py   what is mended in which file, judged again before anything is written
diff.py       what changes, for a person to read or for `patch`
writing.py    whole new files in the place of the old ones
"""

from validator.mending.diff import diff_of
from validator.mending.planning import Mended, Plan, planned
from validator.mending.writing import write_all

__all__ = ["Mended", "Plan", "diff_of", "planned", "write_all"]
