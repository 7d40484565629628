const PACKED = /^[0-9a-z]{1,10}$/

/** A whole number from 0, to the base of 36. */
export function packNumber(n: number): string {
  return n.toString(36)
}

/** The number back; null for anything we have not packed. */
export function unpackNumber(packed: string | undefined): number | null {
  return PACKED.test(packed ?? '') ? Number.parseInt(packed ?? '', 36) : null
}

/** A yes or no as one character. */
export function packFlag(on: boolean): string {
  return on ? '1' : '0'
}
