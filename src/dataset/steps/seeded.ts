/**
 * Numbers from 0 up to 1 that look drawn and are the same for the same seed, whatever the browser
 * (mulberry32). Recipes keep the seed, so that a draw can be repeated.
 */
export function seeded(seed: number): () => number {
  let state = Number.isFinite(seed) ? Math.floor(seed) | 0 : 0
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The values in an order drawn by `draw`; what went in is not changed. */
export function shuffled<Value>(values: readonly Value[], draw: () => number): Value[] {
  return values
    .map((value) => ({ value, rank: draw() }))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ value }) => value)
}
