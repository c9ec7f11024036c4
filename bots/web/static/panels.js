// The documents beside the call, the dialogs and the menu. Escape closes, and focus goes back.

const docs = document.getElementById("docs");
const opener = document.getElementById("docs-open");
const wide = matchMedia("(min-width: 1000px)");
const menu = document.getElementById("menu");

function showDocs(open, { focus = true } = {}) {
  docs.hidden = !open;
  opener.setAttribute("aria-expanded", String(open));
  sessionStorage.setItem("scrimmage-docs", open ? "open" : "closed");
  if (!focus) return;
  if (open) document.getElementById("docs-close").focus();
  else opener.focus();
}

function startDocs() {
  opener.addEventListener("click", () => showDocs(docs.hidden));
  document.getElementById("docs-close").addEventListener("click", () => showDocs(false));
  docs.addEventListener("keydown", (event) => event.key === "Escape" && showDocs(false));
  // A narrow screen belongs to the conversation until the trainee asks.
  const remembered = sessionStorage.getItem("scrimmage-docs");
  if (wide.matches && remembered !== "closed") showDocs(true, { focus: false });
}

function startMenu() {
  if (!menu) return;
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
}

/** Let a button open a dialog; the browser keeps focus inside, and Escape closes it. */
export function dialog(name, prepare = () => {}) {
  const box = document.getElementById(name);
  const button = document.getElementById(`${name}-open`);
  if (!box || !button) return;
  button.addEventListener("click", () => {
    if (menu) menu.open = false;
    prepare(box);
    box.querySelector(".form-said").textContent = "";
    box.showModal();
  });
  box.querySelector("[data-close]").addEventListener("click", () => box.close());
  box.addEventListener("sent", () => box.close());
  // The button may sit in a menu that has closed, or be gone with the end of the call.
  box.addEventListener("close", () => {
    const back = [button, menu?.querySelector("summary")].find((one) => one?.checkVisibility?.() ?? one);
    back?.focus();
  });
}

export function start() {
  startDocs();
  startMenu();
}
