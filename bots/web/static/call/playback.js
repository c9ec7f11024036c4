// In the audio thread: plays the customer's lines in order, and knows how much was heard of each.

import { Resampler } from "./resampler.js";

const RATE = 16000;
const READY_S = 0.06; // sound in hand before a line begins, against a network that hesitates
const WAIT_S = 0.15; // and after so long it begins with what there is
const FADE_S = 0.015;

class Playback extends AudioWorkletProcessor {
  constructor() {
    super();
    this.resampler = new Resampler(RATE, sampleRate);
    this.clear();
    this.line = null; // what is playing, or was last: its number, and where in it we are
    this.port.onmessage = ({ data }) => this[data.kind](data);
  }

  // What the page tells.

  begin({ line, from }) {
    this.queue.push({ line, from });
  }

  sound({ audio }) {
    const samples = Float32Array.from(new Int16Array(audio), (value) => value / 32768);
    this.queue.push({ samples: this.resampler.feed(samples), at: 0 });
  }

  finish({ line }) {
    this.queue.push({ ends: line });
  }

  stop({ line }) {
    this.report("stopped", line, this.heard(line));
    const tail = this.tail();
    this.clear();
    // What follows, perhaps the rest of the same line, comes behind the tail.
    if (tail.length) this.queue.push({ samples: tail, at: 0, tail: true });
    this.flows = tail.length > 0;
  }

  clear() {
    this.queue = [];
    this.flows = false;
    this.sounds = false;
    this.waited = 0;
  }

  /** The very next samples, fading out: a voice that breaks off would click. */
  tail() {
    const most = this.sounds ? Math.round(FADE_S * sampleRate) : 0;
    const next = this.queue.flatMap(({ samples, at }) => [...(samples?.subarray(at) ?? [])]);
    return Float32Array.from(next.slice(0, most), (value, i) => value * (1 - i / most));
  }

  // How far it is.

  heard(line) {
    if (this.line?.number === line) return this.ms();
    return this.queue.find((one) => one.line === line)?.from ?? 0;
  }

  ms() {
    return this.line.from + (this.line.played * 1000) / sampleRate;
  }

  report(kind, line, ms, whole = false) {
    this.port.postMessage({ kind, line, ms, whole });
  }

  // What is heard.

  process(_inputs, [[out]]) {
    if (!this.flows) this.gather(out.length);
    if (!this.flows) return true;
    for (let i = 0; i < out.length; i += 1) out[i] = this.sample();
    return true;
  }

  /** Wait until there is enough in hand. */
  gather(passed) {
    const held = this.queue.reduce((sum, one) => sum + (one.samples?.length ?? 0), 0);
    const whole = this.queue.some((one) => "ends" in one);
    if (this.queue.length) this.waited += passed;
    const late = held > 0 && this.waited > WAIT_S * sampleRate;
    this.flows = whole || late || held >= READY_S * sampleRate;
    if (this.flows) this.waited = 0;
  }

  sample() {
    const chunk = this.chunk();
    if (!chunk) return 0;
    const value = chunk.samples[chunk.at++];
    if (chunk.at === chunk.samples.length) this.queue.shift();
    if (!chunk.tail) this.count();
    return value;
  }

  /** Go to the next samples, past what only says where a line begins or ends. */
  chunk() {
    while (this.queue.length && !this.queue[0].samples?.length) this.pass(this.queue.shift());
    if (this.queue.length) return this.queue[0];
    this.flows = false;
    this.sounds = false;
    return null;
  }

  pass(mark) {
    if ("line" in mark) this.line = { number: mark.line, from: mark.from, played: 0 };
    if ("ends" in mark) {
      this.sounds = false;
      this.report("played", mark.ends, this.heard(mark.ends), true);
    }
  }

  count() {
    this.sounds = true;
    if (!this.line) return;
    this.line.played += 1;
    if (this.line.played % sampleRate === 0) this.report("played", this.line.number, this.ms());
  }
}

registerProcessor("playback", Playback);
