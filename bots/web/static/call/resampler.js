// From one rate of samples to another: a windowed sinc, one row of it for each phase.

const CROSSINGS = 32; // of zero, to each side: the band ends within 8 % of the lower rate's half
const CUT = 0.92;
const BETA = 8; // of the Kaiser window: what must not pass is 80 dB down
const MOST = 8192; // samples fed at once

const gcd = (a, b) => (b ? gcd(b, a % b) : a);

function bessel(x) {
  let sum = 1;
  let term = 1;
  for (let k = 1; term > sum * 1e-9; k += 1) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

function sinc(x) {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** One row of weights for each phase; each sums to 1, so that the level stays. */
function weights(phases, half, scale) {
  return Array.from({ length: phases }, (_, phase) => {
    const row = Float32Array.from({ length: 2 * half }, (_none, k) => {
      const x = k - (half - 1) - phase / phases;
      const inside = Math.max(0, 1 - (x / half) ** 2);
      return sinc(x * scale) * (bessel(BETA * Math.sqrt(inside)) / bessel(BETA));
    });
    const sum = row.reduce((all, one) => all + one, 0);
    return row.map((one) => one / sum);
  });
}

export class Resampler {
  /** Both rates in samples a second. */
  constructor(from, to) {
    const unit = gcd(from, to);
    this.up = to / unit;
    this.down = from / unit;
    const slower = Math.min(1, to / from);
    const half = Math.ceil(CROSSINGS / slower);
    this.taps = 2 * half;
    this.rows = from === to ? null : weights(this.up, half, slower * CUT);
    this.kept = new Float32Array(this.taps + MOST);
    this.length = half - 1; // silence before the first sample
    this.at = 0;
    this.phase = 0;
  }

  /** Take samples, at most 8192; return those that can be told by now. */
  feed(block) {
    if (!this.rows) return block;
    this.kept.set(block, this.length);
    this.length += block.length;
    const out = new Float32Array(Math.ceil(((this.length - this.at) * this.up) / this.down) + 1);
    let count = 0;
    while (this.at + this.taps <= this.length) {
      out[count++] = this.weigh(this.rows[this.phase]);
      this.phase += this.down;
      this.at += Math.floor(this.phase / this.up);
      this.phase %= this.up;
    }
    this.kept.copyWithin(0, this.at, this.length);
    this.length -= this.at;
    this.at = 0;
    return out.subarray(0, count);
  }

  weigh(row) {
    let sum = 0;
    for (let k = 0; k < row.length; k += 1) sum += this.kept[this.at + k] * row[k];
    return sum;
  }
}
