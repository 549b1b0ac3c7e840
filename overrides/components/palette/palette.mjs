// Light, dark, or as the device says. boot.js applies a stored choice before the page is painted.
export function start(fieldset) {
  const stored = document.documentElement.dataset.palette ?? "system";
  for (const input of fieldset.querySelectorAll("input")) {
    input.checked = input.value === stored;
    input.addEventListener("change", () => choose(input.value));
  }
}

function choose(palette) {
  const root = document.documentElement;
  if (palette === "system") delete root.dataset.palette;
  else root.dataset.palette = palette;
  try {
    if (palette === "system") localStorage.removeItem("palette");
    else localStorage.setItem("palette", palette);
  } catch {
    // A browser that keeps nothing still shows the choice on this page.
  }
}
