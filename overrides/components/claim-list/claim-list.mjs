// Narrows the list to a topic and a grade; an address with a claim's name always shows that claim.
export function start(root) {
  const form = root.querySelector(".claim-list__filter");
  const status = root.querySelector(".claim-list__status");
  const claims = [...root.querySelectorAll(".claim")];
  const show = () => {
    const { topic, grade } = form.elements;
    for (const claim of claims) {
      const fits = (!topic.value || claim.dataset.topic === topic.value) && (!grade.value || claim.dataset.grades.split(" ").includes(grade.value));
      claim.hidden = !fits;
    }
    for (const part of root.querySelectorAll(".claim-list__topic")) part.hidden = !part.querySelector(".claim:not([hidden])");
    const shown = claims.filter((claim) => !claim.hidden).length;
    status.textContent = root.dataset.shown.replace("#", shown).replace("%", claims.length);
  };
  const follow = () => {
    const claim = claims.find((one) => `#${one.id}` === location.hash);
    if (!claim) return;
    claim.querySelector("details").open = true;
    if (!claim.hidden) return;
    form.reset();
    show();
    claim.scrollIntoView();
  };
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", follow);
  for (const link of root.querySelectorAll(".claim-list__topics a")) link.addEventListener("click", () => { form.reset(); show(); });
  show();
  follow();
}
