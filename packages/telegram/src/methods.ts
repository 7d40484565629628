/** Bot API methods that put a message before people: these take a slot of the send budget. */
const SENDING = /^(send|copy|forward|edit)/i
/** A hint that somebody types is no message. */
const NOT_SENDING = new Set(['sendchataction'])

export function takesSlot(method: string): boolean {
  return SENDING.test(method) && !NOT_SENDING.has(method.toLowerCase())
}

/** Slots a call takes: an album counts once per part. */
export function slotsOf(method: string, payload: Readonly<Record<string, unknown>>): number {
  if (!takesSlot(method)) return 0
  const parts = payload['media'] ?? payload['message_ids']
  return Array.isArray(parts) ? Math.max(1, parts.length) : 1
}

/** May the method be told to pay for passing the free rate (`allow_paid_broadcast`)? Forwards and edits may not. */
export function maySpendStars(method: string): boolean {
  return takesSlot(method) && /^(send|copyMessage$)/i.test(method)
}

/** The chat a call concerns, when it stands there as a number. */
export function chatOf(payload: Readonly<Record<string, unknown>>): bigint | number | null {
  const chat = payload['chat_id']
  if (typeof chat === 'number' || typeof chat === 'bigint') return chat
  return typeof chat === 'string' && /^-?\d+$/.test(chat) ? BigInt(chat) : null
}
