interface Update {
  readonly update_id: number
  readonly [kind: string]: unknown
}

/** Must not wait for anything else its admin has asked for. Whoever may not stop anything gets their answer as well. */
const EMERGENCY = /^\/stopsending(@\w+)?\s*$/i

/**
 * The lane an update travels in: the chat it happened in; without a chat the user; otherwise a lane of its own.
 * Looks at whatever kind of update it is, so that kinds that Telegram adds later keep their chat's order too.
 */
export function laneOf(update: Update): string {
  const event = Object.values(update).find(isRecord) ?? {}
  if (typeof event['text'] === 'string' && EMERGENCY.test(event['text'])) return `u${update.update_id}`
  const owner = [
    event['chat'],
    inside(event['message'], 'chat'),
    event['from'],
    event['user'],
    event['user_chat_id'],
  ]
  for (const candidate of owner) {
    const id = isRecord(candidate) ? candidate['id'] : candidate
    if (typeof id === 'number' && Number.isSafeInteger(id)) return String(id)
  }
  return `u${update.update_id}`
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function inside(value: unknown, key: string): unknown {
  return isRecord(value) ? value[key] : undefined
}
