import type { DeliveriesRepository, DeliveryRow, PositionRange } from '@abitly/database'
import type { Clock } from '@abitly/runtime'
import type { Semaphore } from './semaphore.ts'
import type { DeliveryStep } from './send-delivery.ts'

/** Rows read at once. */
const PAGE = 100
/** So many rows in turn that had to wait mean that everybody has to. */
const LATER_IN_TURN = 5

/** While the token is refused, the limiter lets nobody pass; this job need not ask often. */
const UNAUTHORISED_MS = 30_000

/** How one pass through the rows of a chunk ended. */
export type Pass =
  /** Every row that was due has had its turn. `laterMs`: some had to be left, and are to be tried again after so long. */
  | { kind: 'through'; tried: number; laterMs: number | null }
  /** The rest of the chunk has to wait, or the service stops. */
  | { kind: 'again'; afterMs: number }
  /** The campaign does not run any more. */
  | { kind: 'ended' }

export interface PassDependencies {
  deliveries: Pick<DeliveriesRepository, 'due'>
  send: (row: DeliveryRow) => Promise<DeliveryStep>
  /** Sends in flight of this process. */
  places: Semaphore
  signal: AbortSignal
  clock: Clock
}

/**
 * Goes once through the rows of a range that are due, in order, with as many sends in flight as there are places.
 * @throws the first thing a send threw, when all others in flight have ended
 */
export async function passThrough(
  chunk: PositionRange & { campaignId: string },
  deps: PassDependencies,
): Promise<Pass> {
  const notes = createNotes()
  const inFlight = new Set<Promise<void>>()
  try {
    for await (const row of dueRows(chunk, deps)) {
      const giveBack = await deps.places.take(deps.signal)
      if (giveBack === null) break
      if (notes.halted()) {
        giveBack()
        break
      }
      const sent = deps
        .send(row)
        .then(notes.step, notes.failure)
        .finally(() => {
          inFlight.delete(sent)
          giveBack()
        })
      inFlight.add(sent)
    }
  } finally {
    await Promise.all(inFlight)
  }
  return notes.end(deps.signal)
}

async function* dueRows(
  { campaignId, after, upto }: PositionRange & { campaignId: string },
  { deliveries, clock }: PassDependencies,
): AsyncGenerator<DeliveryRow> {
  for (let from = after; ;) {
    const rows = await deliveries.due(campaignId, { after: from, upto }, clock.now(), PAGE)
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < PAGE) return
    from = last.position
  }
}

/** Collects what the sends of a pass came to. */
function createNotes() {
  let tried = 0
  let laterInTurn = 0
  let laterMs: number | null = null
  let halt: Pass | null = null
  const failures: unknown[] = []
  return {
    halted: () => halt !== null || failures.length > 0,
    failure(this: void, error: unknown): void {
      failures.push(error)
    },
    step(this: void, step: DeliveryStep): void {
      laterInTurn = step.kind === 'later' ? laterInTurn + 1 : 0
      if (step.kind === 'later') {
        laterMs = Math.min(step.delayMs, laterMs ?? Infinity)
        if (laterInTurn >= LATER_IN_TURN) halt ??= { kind: 'again', afterMs: laterMs }
      }
      if (step.kind === 'tried') tried += 1
      if (step.kind === 'tried' && step.decision.unauthorised === true)
        halt ??= { kind: 'again', afterMs: UNAUTHORISED_MS }
      if (step.kind === 'stopped') halt ??= { kind: 'again', afterMs: step.delayMs }
      if (step.kind === 'not-running') halt = { kind: 'ended' }
    },
    end(signal: AbortSignal): Pass {
      if (failures.length > 0) throw failures[0]
      if (halt?.kind === 'ended') return halt
      if (signal.aborted) return { kind: 'again', afterMs: 0 }
      return halt ?? { kind: 'through', tried, laterMs }
    },
  }
}
