// The search button. The engine, its worker and the index are fetched at the first use, never on load.
export function start(button) {
  const dialog = document.getElementById(button.dataset.dialog);
  async function open() {
    dialog.showModal();
    try {
      const { connect } = await import(new URL(dialog.dataset.engine, document.baseURI));
      connect(dialog);
    } catch {
      const status = dialog.querySelector(".search__count");
      status.textContent = status.dataset.broken;
    }
  }
  button.addEventListener("click", open);
  dialog.querySelector(".search__close").addEventListener("click", () => dialog.close());
  dialog.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !dialog.open && !document.body.classList.contains("page--menu-open")) {
      event.preventDefault();
      open();
    }
  });
}
