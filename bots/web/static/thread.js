// The live thread: posts, typing and drafts come in, the trainee's lines go out.

import * as clock from "./clock.js";
import { Composer } from "./composer.js";
import * as lines from "./lines.js";
import { Outbox } from "./outbox.js";
import * as panels from "./panels.js";
import { startFeedback } from "./feedback.js";

const thread = document.getElementById("thread");
const { url, customer, role, most } = thread.dataset;
const log = document.getElementById("log");
const writing = document.getElementById("writing");
const draft = document.getElementById("draft");
const dots = document.getElementById("dots");
const writingWords = document.getElementById("writing-words");
const lineState = document.getElementById("line-state");

let last = Number(thread.dataset.last);
let outbox = null;

function write({ on, text = "" }) {
  lines.keepingPlaceQuietly(() => {
    writing.hidden = !on;
    draft.textContent = text;
    dots.hidden = text !== "";
  });
  writingWords.textContent = on ? `${customer} is writing…` : "";
}

function over() {
  if (thread.hasAttribute("data-over")) return;
  thread.setAttribute("data-over", "");
  const inside = document.activeElement?.closest("[data-while-running]");
  close();
  if (inside) log.querySelector("[data-ended]")?.focus();
}

function close() {
  clock.stop();
  write({ on: false });
  document.getElementById("end")?.close();
  document.querySelectorAll("[data-after], #feedback-words").forEach((one) => (one.disabled = false));
  setTimeout(() => outbox?.close(), 4000);
}

function take(event) {
  const number = Number(event.lastEventId);
  if (number <= last) return;
  last = number;
  const added = lines.addPost(JSON.parse(event.data).html);
  for (const post of added) {
    if (post.dataset.key) outbox?.confirm(post.dataset.key);
    if (post.dataset.side === "customer" || post.hasAttribute("data-ended")) write({ on: false });
    if (post.dataset.deadline) clock.set(post.dataset.deadline);
    if (post.hasAttribute("data-ended")) over();
  }
}

function state(event) {
  const { now, deadline, ended } = JSON.parse(event.data);
  clock.set(deadline, now);
  lineState.textContent = "";
  if (!ended) write({ on: false });
}

let tries = 0;
let notice = null;

/** Follow the thread. The browser comes back by itself where it can; where it cannot, we do. */
function follow() {
  const source = new EventSource(`${url}/events?after=${last}`);
  source.addEventListener("post", take);
  source.addEventListener("state", state);
  source.addEventListener("typing", (event) => write(JSON.parse(event.data)));
  source.addEventListener("draft", (event) => {
    const { turn, text } = JSON.parse(event.data);
    if (turn > lines.lastTurn()) write({ on: true, text });
  });
  source.onopen = () => {
    tries = 0;
    clearTimeout(notice);
    lineState.textContent = "";
    outbox?.hurry();
  };
  source.onerror = () => lost(source);
  addEventListener("pagehide", () => source.close(), { once: true });
}

function lost(source) {
  tries += 1;
  clearTimeout(notice);
  const words = tries > 8 ? "No connection. Your words are kept; reload to try again." : "Reconnecting…";
  notice = setTimeout(() => (lineState.textContent = words), 1200);
  if (source.readyState !== EventSource.CLOSED) return;
  setTimeout(follow, Math.min(1000 * 2 ** tries, 20000));
}

function startReport() {
  panels.dialog("report", (box) => {
    const rows = lines.customerLines().map((line) => {
      const row = document.createElement("label");
      row.innerHTML = '<input type="checkbox" name="turn"><span></span>';
      row.querySelector("input").value = line.dataset.turn;
      row.querySelector("span").textContent = line.querySelector(".words").textContent;
      return row;
    });
    box.querySelector("#report-lines").replaceChildren(...rows);
  });
}

lines.start();
panels.start();
panels.dialog("end");
startReport();
clock.set(thread.dataset.deadline, thread.dataset.now);
// A call by voice has no box to write in.
if (document.getElementById("composer") && !thread.hasAttribute("data-over")) {
  outbox = new Outbox(url, document.getElementById("pending"), log);
  const composer = new Composer(url, Number(most), (text) => outbox.send(text));
  outbox.resume();
  composer.words.focus({ preventScroll: true });
}
if (role === "coach") startFeedback();
if (thread.hasAttribute("data-over")) close();
follow();
