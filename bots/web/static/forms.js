// Forms: sent once however often they are clicked, and those marked quiet without leaving the page.

export const formToken = () => document.querySelector('meta[name="form-token"]')?.content ?? "";

async function sendQuietly(form) {
  const said = form.querySelector(".form-said");
  said.textContent = "One moment…";
  try {
    const response = await fetch(form.action, {
      method: "POST",
      headers: { Accept: "application/json", "X-Form-Token": formToken() },
      body: new URLSearchParams(new FormData(form)),
    });
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) {
      said.textContent = `${answer.sentence ?? "That did not work."} ${answer.mend ?? ""}`.trim();
      return;
    }
    said.textContent = form.dataset.quiet;
    form.reset();
    form.dispatchEvent(new CustomEvent("sent", { bubbles: true }));
  } catch {
    said.textContent = "The server cannot be reached just now. Please try again.";
  }
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.busy) return event.preventDefault();
  form.dataset.busy = "true";
  if (form.dataset.quiet === undefined) return;
  event.preventDefault();
  await sendQuietly(form);
  delete form.dataset.busy;
});

// Coming back with the browser's own button finds the forms ready again.
addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-busy]").forEach((form) => delete form.dataset.busy);
});

const print = document.querySelector("[data-print]");
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}
