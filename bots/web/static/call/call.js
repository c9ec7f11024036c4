// A call by voice: the look at the microphone before it, the call, and what gets in its way.

import * as clock from "../clock.js";
import * as panels from "../panels.js";
import * as controls from "./controls.js";
import { Microphone, requireBrowser } from "./microphone.js";
import { CallSocket } from "./socket.js";
import { Speaker } from "./speaker.js";
import * as view from "./view.js";
import { Trouble } from "./words.js";

const page = document.getElementById("call");
const { base, join, call } = page.dataset;
let joined = page.hasAttribute("data-joined");
let ending = false;
const RESULT_MS = 500;
const LONGEST_MS = 30000;

const microphone = new Microphone(
  (sound, level) => {
    socket.sound(sound);
    view.level(level, microphone.muted);
  },
  (trouble) => stopped(trouble),
);
const speaker = new Speaker(
  (kind, line, ms) => socket.send({ type: kind, line, played_ms: ms }),
  () => joined && socket.wanted && sounds(),
);
const socket = new CallSocket(call, {
  ready: () => {
    view.link("");
    if (ending) socket.send({ type: "end" });
  },
  sound: (buffer) => speaker.sound(buffer),
  said: (message) => SAID[message.type]?.(message),
  away: () => {
    speaker.clear();
    view.doing("");
    view.link("The connection is lost. It comes back by itself; your call is kept.", true);
  },
  closed: (name, words) => (name === "over" ? over(words) : stopped(new Trouble(name, words))),
});

const SAID = {
  line: ({ line, from_ms: from }) => speaker.begin(line, from),
  line_end: ({ line }) => speaker.finish(line),
  stop: ({ line }) => speaker.stop(line),
  state: ({ state }) => view.doing(state),
  caption: view.caption,
  document: view.shows,
  warning: ({ left_s: left }) => view.warn(left),
  deadline: ({ now, deadline }) => clock.set(deadline, now),
  trouble: ({ words }) => view.trouble(words),
  ended: ({ words }) => over(words),
};

/** Everything the call needs of this browser, before anything is asked of the server. */
async function prepare() {
  requireBrowser();
  await microphone.start();
  await speaker.start();
}

async function check() {
  try {
    await prepare();
  } catch (trouble) {
    inTheWay(trouble);
  }
}

/** Go into the call. The link is used up only once the microphone is there. */
async function enter() {
  const button = document.getElementById("join");
  button.disabled = true;
  try {
    await prepare();
    if (!joined) await ask();
    live();
  } catch (trouble) {
    inTheWay(trouble);
  } finally {
    button.disabled = false;
  }
}

async function ask() {
  const response = await fetch(join, { method: "POST", headers: { Accept: "application/json" } }).catch(() => null);
  if (!response || response.status >= 500) throw new Trouble("notHere", "The server cannot be reached just now.");
  const answer = await response.json();
  if (!response.ok) throw new Trouble("refused", `${answer.sentence} ${answer.mend}`.trim());
  joined = true;
  history.replaceState(null, "", answer.url);
  view.move(base, answer.url);
}

function live() {
  view.show("live");
  view.link("Connecting…");
  socket.connect();
  controls.stayAwake();
  setTimeout(sounds, 500);
}

/** A browser that has seen no click yet neither plays nor listens: ask for one. */
function sounds() {
  if ((speaker.plays && microphone.hears) || view.shown() !== "live") return;
  view.stop(new Trouble("quiet").told, async () => {
    await Promise.all([microphone.context.resume(), speaker.context.resume()]);
    view.show("live");
  });
}

function stopped(trouble) {
  socket.close();
  speaker.clear();
  if (["elsewhere", "refused"].includes(trouble.told?.name)) microphone.stop();
  inTheWay(trouble);
}

function inTheWay(trouble) {
  if (!(trouble instanceof Trouble)) throw trouble;
  const again = trouble.told.name === "reload" ? () => location.reload() : retry;
  view.stop(trouble.told, again);
}

/** Back to where the trouble came: into the call, or to the look before it. */
function retry() {
  if (joined) return enter();
  view.show("lobby");
  return check();
}

function end() {
  ending = true;
  view.link("Ending the call…");
  socket.send({ type: "end" });
}

function over(words) {
  if (words) document.getElementById("over-words").textContent = words;
  socket.wanted = false;
  view.link("");
  microphone.stop();
  clock.stop();
  document.getElementById("end").close();
  view.show("over");
  if (document.getElementById("result")) awaitResult();
}

/** Say when the result is there. */
async function awaitResult() {
  for (let wait = RESULT_MS; wait < LONGEST_MS; wait *= 1.5) {
    await new Promise((go) => setTimeout(go, wait));
    const response = await fetch(`${call}/state`).catch(() => null);
    if (response?.ok && (await response.json()).scored) return view.result();
  }
}

/** Whoever has allowed the microphone before sees at once whether it works. */
async function allowed() {
  try {
    return (await navigator.permissions.query({ name: "microphone" })).state === "granted";
  } catch {
    return false;
  }
}

async function start() {
  panels.start();
  panels.dialog("end");
  controls.startMute((on) => microphone.mute(on));
  controls.startCaptions();
  controls.startEnd(end);
  // A click that came before this script would be lost: until now they took none.
  for (const [name, act] of Object.entries({ check, join: enter })) {
    document.getElementById(name).addEventListener("click", act);
    document.getElementById(name).disabled = false;
  }
  addEventListener("pagehide", () => socket.close());
  if (page.dataset.view === "over") return over();
  clock.set(page.dataset.deadline, page.dataset.now);
  if (joined) return enter();
  try {
    requireBrowser();
  } catch (trouble) {
    return inTheWay(trouble);
  }
  if (await allowed()) await check();
}

start();
