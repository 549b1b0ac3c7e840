// Runs before the page is painted, so that a chosen palette does not flash and parts that need JavaScript show.
(function (root) {
  root.classList.replace("no-js", "js");
  try {
    var palette = localStorage.getItem("palette");
    if (palette === "light" || palette === "dark") root.dataset.palette = palette;
  } catch (_) {}
})(document.documentElement);
