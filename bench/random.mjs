/** Random numbers from 0 to 1 that depend on the seed alone (mulberry32, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from 0 to just below `bound`; with `skew` above 1 small ones come more often, as a few actors speak most. */
export function pick(random, bound, skew = 1) {
  return Math.floor(random() ** skew * bound);
}
