// Share with what the device offers, else copy the address; print.
export function start(group) {
  const { title, address, copied } = group.dataset;
  const status = group.querySelector("[role=status]");
  group.querySelector("[data-do=print]").addEventListener("click", () => print());
  group.querySelector("[data-do=share]").addEventListener("click", async () => {
    try {
      if (navigator.share) await navigator.share({ title, url: address });
      else {
        await navigator.clipboard.writeText(address);
        status.textContent = copied;
      }
    } catch {
      // The reader changed their mind; nothing is lost.
    }
  });
}
