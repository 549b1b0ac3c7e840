// The menu button. Without this module it is a link to the menu at the end of the page.
export function start(link) {
  const menu = document.querySelector(link.getAttribute("href"));
  const opener = document.createElement("button");
  opener.type = "button";
  opener.className = link.className;
  opener.append(...link.childNodes);
  opener.setAttribute("aria-expanded", "false");
  opener.setAttribute("aria-controls", menu.id);
  const closer = document.createElement("button");
  closer.type = "button";
  closer.className = "menu__close";
  closer.textContent = link.dataset.close;
  closer.hidden = true;
  menu.prepend(closer);
  link.replaceWith(opener);

  const rest = [...document.body.querySelectorAll(".skip-link, .site-header, .page__main, .site-footer")];
  function show(open) {
    document.body.classList.toggle("page--menu-open", open);
    opener.setAttribute("aria-expanded", String(open));
    closer.hidden = !open;
    rest.forEach((part) => { part.inert = open; });
    (open ? closer : opener).focus();
  }
  opener.addEventListener("click", () => show(true));
  closer.addEventListener("click", () => show(false));
  menu.addEventListener("keydown", (event) => { if (event.key === "Escape" && !closer.hidden) show(false); });
  // A link to a place on this page must show that place; a wider window has the menu beside the text.
  menu.addEventListener("click", (event) => { if (event.target.closest("a") && !closer.hidden) show(false); });
  matchMedia("(min-width: 60em)").addEventListener("change", () => { if (!closer.hidden) show(false); });
}
