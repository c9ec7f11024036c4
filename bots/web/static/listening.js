// Hearing a call again: each line has a button that begins there, and shows when it is heard.

const player = document.getElementById("recording");
const lines = [...document.querySelectorAll("[data-from]")];
const from = (line) => Number(line.dataset.from);
const button = (line) => line.querySelector("[data-hear]");
let heard = null;

function lineAt(seconds) {
  // A player lands a little beside what it was asked for.
  return lines.filter((line) => from(line) <= seconds + 0.05).at(-1) ?? null;
}

function show() {
  const now = player.paused && !player.currentTime ? null : lineAt(player.currentTime);
  if (now !== heard) {
    heard?.classList.remove("heard");
    heard?.removeAttribute("aria-current");
    now?.classList.add("heard");
    now?.setAttribute("aria-current", "true");
  }
  heard = now;
  lines.forEach((line) => {
    const playing = line === heard && !player.paused;
    button(line).classList.toggle("playing", playing);
    button(line).setAttribute("aria-pressed", String(playing));
  });
}

lines.forEach((line) => {
  button(line).hidden = false;
  button(line).addEventListener("click", () => {
    if (line === heard && !player.paused) return player.pause();
    player.currentTime = from(line);
    player.play().catch(() => {
      document.getElementById("recording-said").textContent =
        "The recording cannot be played just now. Reload the page to try again.";
    });
  });
});

["timeupdate", "play", "pause", "seeking", "ended"].forEach((event) =>
  player.addEventListener(event, show),
);
