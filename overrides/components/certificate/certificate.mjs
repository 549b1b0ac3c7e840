// A page that nobody has built anew still tells the truth: the badge goes when the certificate or its check is too old.
export function start(fact) {
  const today = new Date().toLocaleDateString("sv");
  const { until, confirmed, expired, unconfirmed } = fact.dataset;
  const warning = until && today > until ? expired : today > confirmed ? unconfirmed : "";
  const shown = fact.querySelector("strong");
  if (!warning || shown.className === "profile__warning") return;
  shown.className = "profile__warning";
  shown.textContent = warning;
}
