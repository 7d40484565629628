import { pause } from '@abitly/runtime'
import type { Logger } from '@abitly/runtime'
import type { LaneInlet } from '@abitly/queue'
import { readUpdate } from '../parse-update.ts'
import type { MemoryGuard } from '../redis-memory.ts'

export interface StoreDependencies {
  inlet: Pick<LaneInlet, 'accept'>
  /** Keeps what is no update, for an operator to look at. */
  keepUnreadable: (reason: string, body: Buffer) => Promise<void>
  memory: Pick<MemoryGuard, 'full'>
  /** Counts an update by what became of it. */
  count: (result: string) => void
  logger: Logger
}

/** Between two tries while Redis does not answer, or has no room, in milliseconds. */
const AGAIN_MS = 500

/**
 * Stores a batch in its order. Whatever Redis does, the next update waits until the one before it is stored.
 * @param goesOn false: the poller stops; what is left will come again
 * @returns whether all of it is stored, so that Telegram may forget it
 */
export async function storeBatch(
  batch: readonly unknown[],
  deps: StoreDependencies,
  goesOn: () => boolean,
): Promise<boolean> {
  for (const update of batch) {
    for (let stored = false; !stored;) {
      if (!goesOn()) return false
      stored = !deps.memory.full() && (await store(update, deps))
      if (!stored) await pause(AGAIN_MS)
    }
  }
  return true
}

async function store(update: unknown, deps: StoreDependencies): Promise<boolean> {
  try {
    const readable = readUpdate(update)
    const result =
      readable === null
        ? await setAside(update, deps)
        : await deps.inlet.accept(readable.parsed, readable.json)
    deps.count(result)
    return true
  } catch (error) {
    deps.logger.warn({ err: error }, 'an update could not be stored, trying again')
    return false
  }
}

async function setAside(update: unknown, deps: StoreDependencies): Promise<'unreadable'> {
  const body = Buffer.from(textOf(update))
  deps.logger.warn({ bytes: body.length }, 'an unreadable update was set aside')
  await deps.keepUnreadable('not an update', body)
  return 'unreadable'
}

/** What is nested too deep cannot be written out. */
function textOf(update: unknown): string {
  try {
    return JSON.stringify(update)
  } catch {
    return ''
  }
}
