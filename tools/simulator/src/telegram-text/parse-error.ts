/** A text that Telegram cannot parse or accept; the message is Telegram's, without "Bad Request: ". */
export class TextError extends Error {}

/** Telegram counts positions in UTF-8 bytes, JavaScript in UTF-16 units. */
export function byteOffset(text: string, index: number): number {
  return Buffer.byteLength(text.slice(0, index))
}
