// The time that is left, by the server's clock.

const timer = document.getElementById("timer");
const left = document.getElementById("left");
const spoken = document.getElementById("spoken");
const log = document.getElementById("log");

const SOON = 60;
// The server says it in the log at a minute; only if that is late the clock says it.
const LATE = 55;

let deadline = 0;
let ahead = 0;
let told = false;
let over = false;

function tick() {
  if (!deadline || over) return;
  const seconds = Math.max(0, Math.ceil((deadline - Date.now() - ahead) / 1000));
  const words = `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
  if (left.textContent !== words) left.textContent = words;
  timer.classList.toggle("soon", seconds <= SOON);
  if (seconds <= LATE && seconds > 0 && !told) {
    told = true;
    if (!log.querySelector("[data-left]")) spoken.textContent = "Less than one minute left.";
  }
}

/** Set the end of the call, and the server's time now; both in milliseconds. */
export function set(end, now) {
  if (now) ahead = Number(now) - Date.now();
  if (end) deadline = Number(end);
  timer.hidden = over || !deadline;
  tick();
}

export function stop() {
  over = true;
  timer.hidden = true;
}

setInterval(tick, 250);
