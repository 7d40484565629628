/** Numbers in [0, 1) that are the same for the same seed, on every machine. */
export type Random = () => number

/** A small generator (mulberry32) over a hash (FNV-1a) of the seed: invented data must not change from run to run. */
export function seededRandom(seed: string): Random {
  let state = fnv1a(seed)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One of the items, all equally likely. */
export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new RangeError('There is nothing to pick from')
  return item
}

/** One of the keys, as likely as its weight says. */
export function pickWeighted<K extends PropertyKey>(random: Random, weights: ReadonlyMap<K, number>): K {
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  let left = random() * total
  for (const [key, weight] of weights) {
    left -= weight
    if (left < 0) return key
  }
  throw new RangeError('There is nothing to pick from')
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash
}
