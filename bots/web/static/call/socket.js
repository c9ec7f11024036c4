// The connection to the server. What travels is written in docs/voice-protocol.md.

const RATE = 16000;
const VERSION = 1;
const FIRST_MS = 300;
const LONGEST_MS = 5000;
// What the network cannot take is left out past this: a flood of old sound helps nobody.
const HELD_BYTES = 10 * RATE * 2;
const LASTING = { 1000: "over", 4000: "garbled", 4001: "elsewhere", 4002: "rate", 4004: "reload", 4005: "notHere" };

export class CallSocket {
  /**
   * `base` is the call's path. `on` has `ready()`, `sound(buffer)`, `said(message)`, `away()`,
   * and `closed(name, words)` when it will not come back by itself.
   */
  constructor(base, on) {
    Object.assign(this, { base, on, socket: null, pause: FIRST_MS, ready: false });
    addEventListener("online", () => this.hurry());
  }

  connect() {
    clearTimeout(this.timer);
    this.wanted = true;
    const socket = new WebSocket(`${location.origin.replace("http", "ws")}${this.base}/audio`);
    socket.binaryType = "arraybuffer";
    socket.onopen = () => this.send({ type: "hello", version: VERSION, rate: RATE });
    socket.onmessage = ({ data }) => this.hear(data);
    socket.onclose = ({ code, reason }) => this.socket === socket && this.lost(code, reason);
    this.socket = socket;
  }

  hear(data) {
    if (typeof data !== "string") return this.on.sound(data);
    const message = JSON.parse(data);
    if (message.type !== "ready") return this.on.said(message);
    this.ready = true;
    this.pause = FIRST_MS;
    this.on.ready();
  }

  lost(code, reason) {
    const greeted = this.ready;
    this.ready = false;
    if (!this.wanted) return;
    // A message that is broken or too large is as much a misunderstanding as one we refuse.
    const name = LASTING[code] ?? ([1002, 1007, 1009].includes(code) ? "garbled" : "");
    if (name) return this.end(name, reason);
    this.on.away();
    this.timer = setTimeout(() => this.again(greeted), this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_MS);
  }

  /** A socket cannot say why it was not opened: ask first. */
  async again(greeted) {
    if (!greeted) {
      const { name, words } = await this.ask();
      if (name) return this.end(name, words);
    }
    if (this.wanted) this.connect();
  }

  async ask() {
    try {
      const response = await fetch(`${this.base}/state`, { headers: { Accept: "application/json" } });
      const answer = await response.json();
      if (response.ok) return { name: answer.ended ? "over" : "" };
      const words = `${answer.sentence} ${answer.mend}`.trim();
      return { name: response.status < 500 ? "refused" : "", words };
    } catch {
      return { name: "" };
    }
  }

  hurry() {
    if (!this.wanted || this.ready || this.socket.readyState !== WebSocket.CLOSED) return;
    this.pause = FIRST_MS;
    clearTimeout(this.timer);
    this.again(false);
  }

  end(name, words) {
    this.wanted = false;
    this.on.closed(name, words);
  }

  send(message) {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  sound(buffer) {
    const open = this.ready && this.socket.readyState === WebSocket.OPEN;
    if (open && this.socket.bufferedAmount < HELD_BYTES) this.socket.send(buffer);
  }

  close() {
    this.wanted = false;
    clearTimeout(this.timer);
    this.socket?.close(1000);
  }
}
