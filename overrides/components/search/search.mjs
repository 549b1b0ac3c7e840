// The search button. The engine, its worker and the index are fetched at the first use, never on load.
export function start(button) {
  const dialog = document.getElementById(button.dataset.dialog);
  async function open() {
    dialog.showModal();
    const { connect } = await import(dialog.dataset.engine);
    connect(dialog);
  }
  button.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !dialog.open && !document.body.classList.contains("page--menu-open")) {
      event.preventDefault();
      open();
    }
  });
}
