// A course that is over is no longer offered, even on a page that nobody has built anew.
export function start(item) {
  item.hidden = Date.parse(item.dataset.until) < Date.now();
}
