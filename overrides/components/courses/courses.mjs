// The classes of one person. What is over is not offered, even on a page that nobody has built anew. The calendar below
// the list holds all classes; here each class gets a button that takes it alone.
export function start(list) {
  const calendar = list.parentElement.querySelector(".course__calendar");
  list.querySelectorAll(".course").forEach((course, number) => {
    course.hidden = Date.parse(course.dataset.until) < Date.now();
    const title = course.querySelector(".course__title");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "keep__button js-only";
    button.textContent = list.dataset.add;
    button.setAttribute("aria-label", `${list.dataset.add}: ${title.textContent}`);
    button.addEventListener("click", () => {
      const day = course.querySelector("time").dateTime.slice(0, 10);
      save(calendar, number, day).catch(() => { location = calendar.href; });
    });
    course.append(button);
  });
}

async function save(calendar, number, day) {
  const text = await (await fetch(calendar.href)).text();
  const [head, ...events] = text.split(/^(?=BEGIN:VEVENT\r)/m); // at the beginning of a line: a title may say so too
  const [event] = events[number].split(/^END:VCALENDAR\r/m);
  const file = new Blob([head, event, "END:VCALENDAR\r\n"], { type: "text/calendar" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = calendar.download.replace(".ics", `-${day}.ics`);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
