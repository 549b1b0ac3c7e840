// Slips of the finger between two words.

/** How many letters were left out, added, changed or swapped with the next one; more than `most` is `most` + 1. */
export function typos(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [start, enda, endb] = [0, a.length, b.length];
  while (start < enda && a[start] === b[start]) start += 1;
  while (enda > start && endb > start && a[enda - 1] === b[endb - 1]) { enda -= 1; endb -= 1; }
  const [left, right] = [a.slice(start, enda), b.slice(start, endb)];
  const longest = Math.max(left.length, right.length);
  if (longest < 2) return longest;
  if (longest === 2 && left[0] === right[1] && left[1] === right[0]) return 1;
  return most < 2 ? most + 1 : Math.min(edits(left, right, most), most + 1);
}

/** Likewise for what two words do not share, letter by letter. */
function edits(a, b, most) {
  let older = [];
  let old = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const change = old[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(old[j] + 1, row[j - 1] + 1, change, isSwap ? older[j - 2] + 1 : Infinity);
      least = Math.min(least, row[j]);
    }
    if (least > most) return most + 1; // other words differ within a few letters, and it only gets worse
    [older, old] = [old, row];
  }
  return old[b.length];
}
