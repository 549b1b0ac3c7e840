// Escape hides a word's meaning; a finger opens it at the first tap and follows the link at the second.
export function start(term) {
  const link = term.querySelector(".term__link");
  const tip = term.querySelector(".term__tip");
  let touched = false;
  const place = () => {
    tip.style.removeProperty("inset-inline-start");
    const over = tip.getBoundingClientRect().right - document.documentElement.clientWidth + 8;
    const under = 8 - tip.getBoundingClientRect().left;
    if (over > 0) tip.style.setProperty("inset-inline-start", `${document.dir === "rtl" ? over : -over}px`);
    else if (under > 0) tip.style.setProperty("inset-inline-start", `${document.dir === "rtl" ? -under : under}px`);
  };
  const wake = () => { term.classList.remove("term--hushed"); place(); };
  term.addEventListener("pointerenter", wake);
  term.addEventListener("focusin", wake);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") term.classList.add("term--hushed"); });
  link.addEventListener("pointerdown", (event) => { touched = event.pointerType === "touch" && document.activeElement !== link; });
  link.addEventListener("click", (event) => {
    if (!touched) return;
    touched = false;
    event.preventDefault();
    link.focus();
  });
}
