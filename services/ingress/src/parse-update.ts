import type { IncomingUpdate } from '@abitly/queue'

/**
 * Levels of lists and objects in one another. Far more than Telegram sends, and far fewer than would overflow the
 * stack of whoever writes the update out again.
 */
const MOST_LEVELS = 200

/** An update and its text, as the lanes store it. */
export interface ReadableUpdate {
  parsed: IncomingUpdate
  json: string
}

/** What was posted as an update, or null when it is none. */
export function parseUpdate(bytes: Buffer): ReadableUpdate | null {
  const json = bytes.toString('utf8')
  try {
    const parsed: unknown = JSON.parse(json)
    // A level takes two characters: what is short is flat.
    const flat = json.length < 2 * MOST_LEVELS || isFlat(parsed, MOST_LEVELS)
    return isUpdate(parsed) && flat ? { parsed, json } : null
  } catch {
    return null
  }
}

/** The same for one of a batch, which came parsed. */
export function readUpdate(value: unknown): ReadableUpdate | null {
  return isUpdate(value) && isFlat(value, MOST_LEVELS) ? { parsed: value, json: JSON.stringify(value) } : null
}

/** The id of whatever was sent as an update; null when it has none. */
export function updateIdOf(value: unknown): number | null {
  return isUpdate(value) ? value.update_id : null
}

function isUpdate(value: unknown): value is IncomingUpdate {
  if (typeof value !== 'object' || value === null || !('update_id' in value)) return false
  const id = value.update_id
  return Number.isSafeInteger(id) && Number(id) >= 0
}

function isFlat(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return levels > 0 && Object.values(value).every((part) => isFlat(part, levels - 1))
}
