// The search for people. Its code is fetched on its page only; who sends the form before it is there is answered then.
export function start(root) {
  const form = root.querySelector("form");
  let isSent = false;
  const keep = (event) => {
    event.preventDefault();
    isSent = true;
  };
  form.addEventListener("submit", keep);
  import(new URL(root.dataset.form, document.baseURI))
    .then(({ begin }) => {
      form.removeEventListener("submit", keep);
      begin(root);
      if (isSent) form.requestSubmit();
    })
    .catch(() => {
      const status = root.querySelector(".finder__status");
      status.textContent = status.dataset.offline;
      status.classList.remove("visually-hidden");
    });
}
