// What is to be seen of a call: which part of the page, the light, the words.

import { STATES } from "./words.js";

const page = document.getElementById("call");
const at = (id) => document.getElementById(id);
const first = page.dataset.customer.split(" ")[0];
const HEARD = 0.006; // a level below this is a quiet room
const LINGER_MS = 1500;
const MOST_LINES = 60;
const NOTICE_MS = 9000;

let heardAt = -LINGER_MS;
let heardEver = false;

/** Show one part of the page, and put the focus where it begins. */
export function show(name) {
  if (page.dataset.view === name) return;
  page.dataset.view = name;
  at(name).querySelector("[data-first]")?.focus({ preventScroll: true });
}

export const shown = () => page.dataset.view;

/** Say something to whoever listens to the page rather than look at it. */
export function say(words) {
  at("spoken").textContent = words;
}

export function level(value, muted) {
  const now = performance.now();
  if (value > HEARD && !muted) {
    heardAt = now;
    if (!heardEver) say("The microphone works.");
    heardEver = true;
  }
  light(muted ? "muted" : now - heardAt < LINGER_MS ? "on" : "quiet");
  const loud = muted ? 0 : Math.min(1, Math.max(0, 1 + Math.log10(Math.max(value, 1e-5)) / 2.2));
  document.querySelectorAll(".level").forEach((one) => one.style.setProperty("--level", loud.toFixed(2)));
}

const LIGHTS = {
  off: "Microphone off",
  quiet: "Microphone on, nothing heard right now",
  on: "Your microphone works",
  muted: "You are muted",
};

/** Turn the microphone's light; words go with the colour. */
export function light(name) {
  if (page.dataset.light === name) return;
  page.dataset.light = name;
  document.querySelectorAll(".light-words").forEach((one) => (one.textContent = LIGHTS[name]));
}

export function result() {
  at("result").textContent = "Your result is ready.";
}

export function doing(state) {
  page.dataset.state = state;
  at("doing").textContent = STATES[state]?.(first) ?? "";
}

/** The connection, in words; "" when all is well. `away` while there is none. */
export function link(words, away = false) {
  at("link-state").textContent = words;
  page.toggleAttribute("data-away", away);
}

let notice = 0;
export function trouble(words) {
  at("notice").textContent = words;
  clearTimeout(notice);
  notice = setTimeout(() => (at("notice").textContent = ""), NOTICE_MS);
}

export function warn(seconds) {
  const words = seconds === 60 ? "One minute left." : `${seconds} seconds left.`;
  at("log").insertAdjacentHTML("beforeend", '<p class="notice" data-left></p>');
  at("log").lastElementChild.textContent = words;
  say(words);
  trouble(words);
}

export function caption({ speaker, text, final }) {
  const log = at("captions");
  let line = [...log.querySelectorAll(`.caption.${speaker}`)].findLast((one) => !one.hasAttribute("data-final"));
  if (!line) {
    line = document.createElement("p");
    line.className = `caption ${speaker}`;
    line.append(document.createElement("strong"), " ", document.createElement("span"));
    line.firstChild.textContent = speaker === "customer" ? `${first}:` : "You:";
    log.append(line);
  }
  line.lastChild.textContent = text;
  line.toggleAttribute("data-final", final);
  while (log.children.length > MOST_LINES) log.firstElementChild.remove();
  log.scrollTop = log.scrollHeight;
}

/** The customer shows something: a link in the talk, and a place among the documents. */
export function shows({ title, url }) {
  const link = (label) => {
    const made = document.createElement("a");
    Object.assign(made, { href: url, target: "_blank", rel: "noopener", textContent: label });
    return made;
  };
  at("shown").replaceChildren(`${first} shows you: `, link(title));
  say(`${first} shows you: ${title}`);
  const item = document.createElement("p");
  item.append(link(title));
  at("shown-documents").append(item);
}

/** Show what is in the way. `act` is what the button does. */
export function stop(told, act) {
  at("trouble-title").textContent = told.title;
  at("trouble-text").textContent = told.text;
  at("trouble-act").textContent = told.button ?? "";
  at("trouble-act").hidden = !told.button;
  at("trouble-act").onclick = act;
  at("trouble-others").hidden = !told.others;
  at("trouble-list").replaceChildren(
    ...(told.others ?? []).flatMap(([name, text]) => {
      const [dt, dd] = [document.createElement("dt"), document.createElement("dd")];
      [dt.textContent, dd.textContent] = [name, text];
      return [dt, dd];
    }),
  );
  page.dataset.trouble = told.name;
  show("trouble");
}

/** From now on the documents are where whoever has joined finds them. */
export function move(from, to) {
  for (const name of ["href", "src"]) {
    for (const one of document.querySelectorAll(`[${name}^="${from}/"]`)) {
      one.setAttribute(name, to + one.getAttribute(name).slice(from.length));
    }
  }
}
