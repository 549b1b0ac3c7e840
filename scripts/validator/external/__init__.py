"""Addresses of other sites → verdicts: which are dead, which have moved, which nobody can tell.

options.py      how patient and how polite a run is, and what tests put in the place of the network
target.py       an address as written → what is asked for, or why it is not followed
public.py       which machines may be contacted at all
names.py        names → machines, looked up once and checked, so that nothing else is ever connected to
connecting.py   a connection to a checked machine and to no other
asking.py       one request → a small reply, within its time
budget.py       the time one address may take
pacing.py       one request at a time to a host, with a pause after each
client.py       the only way out: names, pacing and asking together
robots.py       what a site asks programs to leave alone
following.py    an address → what its site says of it, redirect after redirect
outcome.py      what a site said; Retry-After
verdict.py      what was said now, and remembered from other days → a verdict
memory.py       what is known of each address, from former runs and from this one
cache.py        verdicts of former runs, in one small file
run.py          addresses → verdicts, as they come
findings.py     verdicts → problems at the lines where the addresses stand, and sentences on what nobody can tell
progress.py     one line on a terminal

Doors use these, with the addresses as they are absolute and the places where each stands:

    uses = {"https://a.example.net/x": [Use("docs/en/parents.md", 14, 23, page="parents/index.html")]}
    verdicts = list(check_external(uses, Options(cache=path, progress=bar(sys.stderr), note=notes.append)))
    problems(verdicts, uses)     errors and warnings
    unchecked(verdicts, uses)    what was not looked at, and why

Only a site that says "not found" (404), "gone" (410) or has no host, on two different days, is dead.  What refuses,
breaks or is silent may be well for a reader: it is told, and no run fails for it.  The client is httpcore2, the
part of httpx2 that speaks HTTP; what httpx2 adds (cookies, proxies of the environment, redirects, decompression) is
what a checker of strange servers must not have.
"""

from validator.external.findings import EXTERNAL_RULES, Use, problems, unchecked
from validator.external.options import Options
from validator.external.progress import bar
from validator.external.run import check_external
from validator.external.verdict import Kind, Verdict

__all__ = ["EXTERNAL_RULES", "Kind", "Options", "Use", "Verdict", "bar", "check_external", "problems", "unchecked"]
