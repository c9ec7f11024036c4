// Mute, captions and the end of the call, by hand and by key.

import * as view from "./view.js";

const at = (id) => document.getElementById(id);
const CAPTIONS = "scrimmage-captions";

function press(button, on) {
  button.setAttribute("aria-pressed", String(on));
}

export function startMute(mute) {
  const button = at("mute");
  const turn = () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    press(button, on);
    at("mute-words").textContent = on ? "Unmute" : "Mute";
    mute(on);
    view.say(on ? "You are muted." : "You can be heard again.");
  };
  button.addEventListener("click", turn);
  document.addEventListener("keydown", (event) => {
    const busy = event.ctrlKey || event.metaKey || event.altKey || event.repeat;
    if (event.key.toLowerCase() !== "m" || busy || view.shown() !== "live") return;
    if (!event.target.closest("input, textarea, select, dialog")) turn();
  });
}

/** Captions are off until somebody wants them, and then stay on in this browser. */
export function startCaptions() {
  const button = at("captions-turn");
  const turn = (on) => {
    press(button, on);
    at("captions").hidden = !on;
    localStorage.setItem(CAPTIONS, on ? "on" : "off");
  };
  button.addEventListener("click", () => turn(at("captions").hidden));
  turn(localStorage.getItem(CAPTIONS) === "on");
}

export function startEnd(end) {
  at("end").querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    at("end").close();
    end();
  });
}

/** A telephone's screen that sleeps takes the microphone with it. */
export async function stayAwake() {
  try {
    await navigator.wakeLock?.request("screen");
  } catch {
    // Low on battery, or not allowed: then it sleeps.
  }
}
