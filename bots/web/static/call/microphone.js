// The microphone: asked for, listened to, muted, and found again when a headset is unplugged.

import { onceAtATime } from "./once.js";
import { Trouble } from "./words.js";

const WANTED = {
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 },
};
const NAMES = {
  NotAllowedError: "blocked",
  SecurityError: "blocked",
  NotFoundError: "missing",
  OverconstrainedError: "missing",
};

async function ask() {
  try {
    return await navigator.mediaDevices.getUserMedia(WANTED);
  } catch (error) {
    throw new Trouble(NAMES[error.name] ?? "busy");
  }
}

/** Throw what makes a call impossible here, whatever the trainee does. */
export function requireBrowser() {
  if (!window.isSecureContext) throw new Trouble("insecure");
  if (!navigator.mediaDevices?.getUserMedia || !window.AudioWorkletNode) throw new Trouble("old");
}

export class Microphone {
  /** `hear(sound, level)` gets 20 ms at a time; `lost(trouble)` when no device is left. */
  constructor(hear, lost) {
    Object.assign(this, { hear, lost, muted: false, context: null, track: null });
    // Two captures at once would send every piece of speech twice.
    this.start = onceAtATime(() => this.begin());
    navigator.mediaDevices.addEventListener("devicechange", () => this.changed());
  }

  get open() {
    return this.track?.readyState === "live";
  }

  /** What `start` does: ask for the microphone and listen. Throws Trouble. */
  async begin() {
    if (!this.open) await this.connect(await ask());
    // Not awaited: without a click it waits for one.
    this.context.resume();
  }

  /** Whether the browser lets what is heard through. */
  get hears() {
    return this.context?.state === "running";
  }

  async connect(stream) {
    this.context ??= await this.prepare();
    this.source?.disconnect();
    this.source = this.context.createMediaStreamSource(stream);
    this.source.connect(this.node);
    [this.track] = stream.getAudioTracks();
    this.track.enabled = !this.muted;
    this.track.addEventListener("ended", () => this.changed());
  }

  async prepare() {
    const context = new AudioContext({ latencyHint: "interactive" });
    await context.audioWorklet.addModule("/static/call/capture.js");
    this.node = new AudioWorkletNode(context, "capture", {
      channelCount: 1,
      channelCountMode: "explicit",
    });
    this.node.port.onmessage = ({ data }) => this.hear(data.sound, data.level);
    // What leads nowhere is not processed; nothing of it is heard.
    const nothing = new GainNode(context, { gain: 0 });
    this.node.connect(nothing).connect(context.destination);
    return context;
  }

  /** A device came or went: where ours is gone, take the one that is there now. */
  async changed() {
    if (!this.track || this.open || this.finding) return;
    this.finding = true;
    try {
      await this.start();
    } catch (trouble) {
      this.lost(trouble);
    } finally {
      this.finding = false;
    }
  }

  /** Muted, silence is sent. */
  mute(on) {
    this.muted = on;
    if (this.track) this.track.enabled = !on;
  }

  stop() {
    this.track?.stop();
    this.track = null;
    this.context?.suspend();
  }
}
