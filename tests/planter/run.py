"""Plants faults and shows what the validator makes of them: `python tests/planter/run.py 1000 --seed 1`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from itertools import count
from pathlib import Path
from random import Random

HERE = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(HERE / "tests"), str(HERE / "scripts")]

from records.day import today  # noqa: E402

from planter.ground import lay_out  # noqa: E402
from planter.judging import Judged  # noqa: E402
from planter.kinds import all_kinds  # noqa: E402
from planter.sowing import Field, chosen_kinds  # noqa: E402
from planter.table import missed, table, total  # noqa: E402


def sown(names: list[str], seed: int) -> Judged:
    """What a ground of its own shows when the kinds of these names are planted in it."""
    kinds = {kind.name: kind for kind in all_kinds()}
    with tempfile.TemporaryDirectory() as folder:
        field = Field(lay_out(Path(folder).resolve(), today()))
        return total(field.sow([kinds[name] for name in names], Random(seed)))


def main() -> int:
    tool = argparse.ArgumentParser(description=__doc__)
    tool.add_argument("number", type=int, nargs="?", default=150, help="how many faults (150)")
    tool.add_argument("--seed", type=int, default=1)
    tool.add_argument("--jobs", type=int, default=2, help="how many processes, each with a copy of its own (2)")
    tool.add_argument("--kind", default="", help="only kinds whose name holds this")
    tool.add_argument("--missed", action="store_true", help="show each fault that was not reported at its line")
    given = tool.parse_args()
    rng = Random(given.seed)
    kinds = tuple(kind for kind in all_kinds() if given.kind in kind.name)
    names = [kind.name for kind in chosen_kinds(kinds, given.number, rng)]
    with ProcessPoolExecutor(given.jobs) as pool:
        judged = total(pool.map(sown, (names[at :: given.jobs] for at in range(given.jobs)), count(given.seed)))
    print(table(judged), *(missed(judged) if given.missed else ()), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
