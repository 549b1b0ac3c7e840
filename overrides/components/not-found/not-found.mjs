// Somebody followed a link to an instructor who is not listed: say that first, and the way to the others.
export function start(article) {
  if (!/\/instructors\/[^/]+/.test(location.pathname)) return;
  const heading = article.querySelector("h1");
  heading.textContent = article.dataset.person;
  heading.after(article.lastElementChild);
}
