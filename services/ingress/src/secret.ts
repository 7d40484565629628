import { timingSafeEqual } from 'node:crypto'

/** Secrets are at most this long; what is longer is compared by its beginning and its length. */
const COMPARED_BYTES = 256

/** Always the same number of bytes, so that comparing takes the same time whatever was given. */
function padded(text: string): Buffer {
  const bytes = Buffer.alloc(COMPARED_BYTES + 4)
  bytes.write(text, 0, COMPARED_BYTES, 'utf8')
  bytes.writeUInt32LE(text.length, COMPARED_BYTES)
  return bytes
}

/**
 * Tells whether something is the secret, in constant time: neither its length nor the first differing character
 * shows in the duration.
 */
export function secretChecker(secret: string): (given: unknown) => boolean {
  const expected = padded(secret)
  return (given) => typeof given === 'string' && secret !== '' && timingSafeEqual(padded(given), expected)
}
