// In the audio thread: the microphone's samples become messages of 20 ms at 16,000 a second.

import { Resampler } from "./resampler.js";

const RATE = 16000;
const FRAME = 320;
const QUANTUM = 128;

class Capture extends AudioWorkletProcessor {
  constructor() {
    super();
    this.resampler = new Resampler(sampleRate, RATE);
    // Without a microphone there is silence, not nothing: the call's time goes on.
    this.silence = new Float32Array(QUANTUM);
    this.next();
  }

  next() {
    this.frame = new Int16Array(FRAME);
    this.filled = 0;
    this.power = 0;
  }

  process([input]) {
    for (const sample of this.resampler.feed(input[0] ?? this.silence)) this.take(sample);
    return true;
  }

  take(sample) {
    const clipped = Math.max(-1, Math.min(1, sample));
    this.frame[this.filled++] = Math.round(clipped * 32767);
    this.power += clipped * clipped;
    if (this.filled < FRAME) return;
    const level = Math.sqrt(this.power / FRAME);
    this.port.postMessage({ sound: this.frame.buffer, level }, [this.frame.buffer]);
    this.next();
  }
}

registerProcessor("capture", Capture);
