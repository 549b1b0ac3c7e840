// Share with what the device offers, else copy the address; print.
export function start(group) {
  const address = document.querySelector("link[rel=canonical]").href;
  const status = group.querySelector("[role=status]");
  group.querySelector("[data-do=print]").addEventListener("click", () => print());
  group.querySelector("[data-do=share]").addEventListener("click", async () => {
    try {
      if (navigator.share) await navigator.share({ title: document.title, url: address });
      else {
        await navigator.clipboard.writeText(address);
        status.textContent = group.dataset.copied;
      }
    } catch {
      // The reader changed their mind; nothing is lost.
    }
  });
}
