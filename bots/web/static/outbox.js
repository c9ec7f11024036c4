// The trainee's own lines on their way: shown at once, sent in order, never doubled or lost.
//
// Every line has a key made here. The server takes a key once, so sending again is always safe.

import { formToken } from "./forms.js";
import { keepingPlace } from "./lines.js";

const TIMEOUT = 15000;
const LONGEST_PAUSE = 30000;

export function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  // Over plain http there is no randomUUID, except on this machine.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class Outbox {
  constructor(url, box, log) {
    this.url = url;
    this.box = box;
    this.log = log;
    this.items = [];
    this.busy = false;
    this.pause = 1000;
    this.store = `scrimmage-outbox-${url}`;
    addEventListener("online", () => this.hurry());
  }

  /** Take up what an earlier load of this page had not got through. */
  resume() {
    for (const { key, text } of JSON.parse(sessionStorage.getItem(this.store) || "[]")) {
      if (!this.log.querySelector(`[data-key="${CSS.escape(key)}"]`)) this.add(key, text);
    }
    this.pump();
  }

  send(text) {
    this.add(newKey(), text);
    this.pump();
  }

  add(key, text) {
    const item = { key, text, state: "waiting", element: this.draw(key, text) };
    this.items.push(item);
    keepingPlace(() => this.box.append(item.element), true);
    this.keep();
  }

  draw(key, text) {
    const element = document.createElement("article");
    element.className = "say trainee mine sending";
    element.dataset.pending = key;
    element.innerHTML =
      '<div class="bubble"><p class="words"></p></div><p class="say-foot"><span class="say-state">sending…</span></p>';
    element.querySelector(".words").textContent = text;
    return element;
  }

  async pump() {
    const item = this.items.find(({ state }) => state === "waiting");
    if (this.busy || !item) return;
    this.busy = true;
    const answer = await this.post(item);
    this.busy = false;
    if (answer.lost) return this.later(item);
    this.pause = 1000;
    if (answer.ok) this.mark(item, "sent", "sent");
    else this.fail(item, answer.sentence);
    this.pump();
  }

  async post({ key, text }) {
    try {
      const response = await fetch(`${this.url}/say`, {
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          Accept: "application/json",
          "X-Form-Token": formToken(),
        },
        body: JSON.stringify({ key, text }),
        signal: AbortSignal.timeout ? AbortSignal.timeout(TIMEOUT) : undefined,
      });
      if (response.ok) return { ok: true };
      const { sentence = "", mend = "" } = await response.json().catch(() => ({}));
      return { ok: false, sentence: `${sentence} ${mend}`.trim() };
    } catch {
      return { lost: true };
    }
  }

  /** The network is away: try again by itself, less and less often. */
  later(item) {
    this.mark(item, "waiting", "not sent yet, trying again…");
    this.offer(item);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.pump(), this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
  }

  hurry() {
    this.pause = 1000;
    this.pump();
  }

  fail(item, sentence) {
    this.mark(item, "failed", `Not sent. ${sentence}`.trim());
    this.offer(item);
  }

  offer(item) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "link";
    button.textContent = "Try again";
    button.addEventListener("click", () => {
      this.mark(item, "waiting", "sending…");
      this.hurry();
    });
    keepingPlace(() => item.element.querySelector(".say-foot").append(" ", button));
  }

  mark(item, state, words) {
    item.state = state;
    item.element.classList.toggle("failed", state === "failed");
    item.element.querySelector(".say-foot").innerHTML = '<span class="say-state"></span>';
    item.element.querySelector(".say-state").textContent = words;
    this.keep();
  }

  /** The line has come back as a post: what was shown in its place goes. */
  confirm(key) {
    const item = this.items.find((one) => one.key === key);
    if (!item) return;
    item.element.remove();
    this.items = this.items.filter((one) => one !== item);
    this.keep();
  }

  /** The call is over: what it did not take any more is said to be so. */
  close() {
    for (const item of this.items) {
      if (item.state !== "failed") this.mark(item, "failed", "Not sent: the call had ended.");
    }
  }

  keep() {
    const open = this.items.filter(({ state }) => state !== "sent");
    sessionStorage.setItem(this.store, JSON.stringify(open.map(({ key, text }) => ({ key, text }))));
  }
}
