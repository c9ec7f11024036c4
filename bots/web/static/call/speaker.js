// The customer's voice: what is to be played goes to the audio thread, what was heard comes back.

import { onceAtATime } from "./once.js";

const RATE = 16000;

function context() {
  try {
    // The browser then does all that lies between this rate and the loudspeaker's.
    return new AudioContext({ sampleRate: RATE, latencyHint: "interactive" });
  } catch {
    return new AudioContext({ latencyHint: "interactive" });
  }
}

export class Speaker {
  /** `report(kind, line, ms)` is told of what was `played`, and where a line was `stopped`. */
  constructor(report, silenced) {
    Object.assign(this, { report, silenced, context: null, node: null });
    this.start = onceAtATime(() => this.open());
  }

  async open() {
    this.context ??= await this.prepare();
    // Where the browser waits for a click, this waits with it: look at `plays` instead.
    this.context.resume();
  }

  get plays() {
    return this.context?.state === "running";
  }

  async prepare() {
    const made = context();
    await made.audioWorklet.addModule("/static/call/playback.js");
    this.node = new AudioWorkletNode(made, "playback", {
      numberOfInputs: 0,
      outputChannelCount: [1],
    });
    this.node.port.onmessage = ({ data }) => this.tell(data);
    this.node.connect(made.destination);
    made.addEventListener("statechange", () => this.silenced());
    return made;
  }

  /** What has left for the loudspeaker is heard a little later; a whole line will be. */
  tell({ kind, line, ms, whole }) {
    const late = 1000 * (this.context.outputLatency || this.context.baseLatency || 0);
    this.report(kind, line, Math.max(0, Math.round(whole ? ms : ms - late)));
  }

  begin(line, from) {
    this.post({ kind: "begin", line, from });
  }

  sound(audio) {
    this.post({ kind: "sound", audio }, [audio]);
  }

  finish(line) {
    this.post({ kind: "finish", line });
  }

  stop(line) {
    this.post({ kind: "stop", line });
  }

  clear() {
    this.post({ kind: "clear" });
  }

  post(message, owned = []) {
    this.node?.port.postMessage(message, owned);
  }
}
