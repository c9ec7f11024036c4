// Where the trainee writes: it grows, counts, keeps its draft, and tells that somebody is writing.

import { formToken } from "./forms.js";

const TYPING_EVERY = 3000;

export class Composer {
  constructor(url, most, send) {
    Object.assign(this, { url, most, send, told: 0, store: `scrimmage-draft-${url}` });
    this.form = document.getElementById("composer");
    this.words = document.getElementById("words");
    this.counter = document.getElementById("counter");
    this.words.value = sessionStorage.getItem(this.store) ?? "";
    this.words.addEventListener("input", () => this.changed());
    this.words.addEventListener("keydown", (event) => this.key(event));
    this.form.addEventListener("submit", (event) => this.submit(event));
    this.fit();
  }

  key(event) {
    // While a word is being composed (Japanese, Chinese, …) Enter belongs to that.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.form.requestSubmit();
  }

  changed() {
    sessionStorage.setItem(this.store, this.words.value);
    this.fit();
    if (this.words.value.trim() && Date.now() - this.told > TYPING_EVERY) this.tell();
  }

  tell() {
    this.told = Date.now();
    fetch(`${this.url}/typing`, {
      method: "POST",
      headers: { Accept: "application/json", "X-Form-Token": formToken() },
    }).catch(() => {});
  }

  fit() {
    this.words.style.height = "auto";
    this.words.style.height = `${this.words.scrollHeight}px`;
    this.count();
  }

  /** Characters as people count them, and as the server does. */
  get length() {
    return [...this.words.value.trim()].length;
  }

  count() {
    const left = this.most - this.length;
    const near = left <= this.most / 10;
    this.counter.textContent = near ? `${left.toLocaleString("en")} characters left` : "";
    this.form.classList.toggle("too-long", left < 0);
  }

  submit(event) {
    event.preventDefault();
    const text = this.words.value.trim();
    if (!text) return this.say("Write a few words first.");
    if (this.length > this.most) {
      return this.say(`That is ${(this.length - this.most).toLocaleString("en")} too many. Shorten it, or send it in two parts.`);
    }
    this.words.value = "";
    this.told = 0;
    this.changed();
    this.send(text);
    this.words.focus();
  }

  say(sentence) {
    this.counter.textContent = sentence;
    this.words.focus();
  }
}
