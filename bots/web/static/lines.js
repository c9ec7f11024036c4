// The log: posts as they come in, lines found and shown, and where the reader is in all of it.

const log = document.getElementById("log");
const scroll = document.getElementById("scroll");
const newer = document.getElementById("newer");
const coaching = document.getElementById("thread").dataset.role === "coach";
const calm = matchMedia("(prefers-reduced-motion: reduce)");

const NEAR = 120;

let atEnd = true;

// On the way to the end, which takes a moment when it is scrolled smoothly.
let ending = false;

const below = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight;
const nearEnd = () => ending || below() < NEAR;

const letGo = () => {
  ending = false;
};

export function toEnd() {
  ending = below() >= NEAR;
  scroll.scrollTo({ top: scroll.scrollHeight, behavior: calm.matches ? "auto" : "smooth" });
  newer.hidden = true;
}

/** Run a change of the log, and stay at its end if that is where the reader was. */
export function keepingPlace(change, follow = false) {
  const wasNear = nearEnd() || follow;
  change();
  if (wasNear) toEnd();
  else newer.hidden = false;
}

/** The same without a word about what is new: for what only passes. */
export function keepingPlaceQuietly(change) {
  const wasNear = nearEnd();
  change();
  if (wasNear) scroll.scrollTop = scroll.scrollHeight;
}

/** Add a post; returns its elements. */
export function addPost(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  const added = [...template.content.children];
  const score = added.find((element) => element.matches("[data-score]"));
  // A coach wants to see their own words arrive; the trainee may be reading further up.
  const follow = coaching && added.some((element) => element.matches(".coach"));
  keepingPlace(() => {
    if (score) log.querySelectorAll("[data-scoring]").forEach((old) => old.remove());
    log.append(...added);
  }, follow);
  if (score) showFromTop(score);
  return added;
}

function showFromTop(element) {
  letGo();
  element.scrollIntoView({ block: "start", behavior: calm.matches ? "auto" : "smooth" });
}

export function showLine(id) {
  const line = document.getElementById(id);
  if (!line) return false;
  letGo();
  line.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
  line.classList.remove("found");
  requestAnimationFrame(() => line.classList.add("found"));
  line.focus({ preventScroll: true });
  return true;
}

export const customerLines = () => [...log.querySelectorAll('.say[data-side="customer"]')];

export const lastTurn = () =>
  Math.max(-1, ...[...log.querySelectorAll("[data-turn]")].map((line) => Number(line.dataset.turn)));

function noticePlace() {
  if (below() < NEAR) letGo();
  atEnd = nearEnd();
  if (atEnd) newer.hidden = true;
}

/** Start where it makes sense: at a line that was asked for, at the score, else at the end. */
export function start() {
  newer.addEventListener("click", toEnd);
  scroll.addEventListener("scroll", noticePlace, { passive: true });
  // Whoever takes hold of the log on its way there wants to read where they are.
  for (const hold of ["wheel", "touchmove", "pointerdown", "keydown", "scrollend"]) {
    scroll.addEventListener(hold, letGo, { passive: true });
  }
  // The box to write in grows, a phone's keyboard opens: the newest line stays in sight.
  new ResizeObserver(() => atEnd && (scroll.scrollTop = scroll.scrollHeight)).observe(scroll);
  log.addEventListener("click", (event) => {
    const quote = event.target.closest("a.quote");
    if (quote && showLine(quote.hash.slice(1))) event.preventDefault();
  });
  const scores = log.querySelectorAll("[data-score]");
  if (location.hash && showLine(location.hash.slice(1))) {
    atEnd = false;
    return;
  }
  if (scores.length) {
    atEnd = false;
    scores[scores.length - 1].scrollIntoView({ block: "start" });
  }
  else scroll.scrollTop = scroll.scrollHeight;
}
