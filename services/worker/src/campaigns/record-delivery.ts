import type { DeliveryRow } from '@abitly/database'
import type { Decision } from './decide-delivery.ts'
import { keepTrying } from './keep-trying.ts'
import type { DeliveryDependencies, Sending } from './sending.ts'

/** Until a claim is taken for lost, and some: a record that comes late still counts. */
const PATIENCE_MS = 60_000
const STOPPING_MS = 10_000

/**
 * Writes down what became of an attempt. The message is out: this is tried for a while before the row is left to
 * become 'unknown'.
 */
export async function recordDelivery(
  { position, chatId }: DeliveryRow,
  attempt: number,
  { result, unreachable }: Decision,
  { campaign, signal }: Sending,
  { database, clock, ended }: Pick<DeliveryDependencies, 'database' | 'clock' | 'ended'>,
): Promise<void> {
  const { deliveries, students } = database.repositories
  const patience = { patienceMs: PATIENCE_MS, stoppingMs: STOPPING_MS, signal }
  const recorded = await keepTrying(
    () => deliveries.record(campaign.id, position, attempt, result, clock.now()),
    patience,
  )
  if (recorded && result.state !== 'pending') ended.inc({ state: result.state })
  if (unreachable === undefined) return
  await keepTrying(() => students.markUnreachable(chatId, unreachable, clock.now()), patience)
}
