import type { Tx } from '../client.ts'
import type { Prisma } from '../generated/client.ts'
import type { CampaignActor, CampaignState, PauseReason } from './campaign.ts'

type Change = Prisma.CampaignUpdateManyMutationInput

const NO_PAUSE = { pauseReason: null, pausedBy: null, pausedAt: null, resumeAt: null }

export function schedule(
  tx: Tx,
  id: string,
  { startsAt, ...actor }: CampaignActor & { startsAt: Date },
): Promise<boolean> {
  return move(tx, id, ['draft', 'scheduled'], { state: 'scheduled', startsAt, ...changedBy(actor) })
}

export function start(tx: Tx, id: string, actor: CampaignActor): Promise<boolean> {
  const change = { state: 'planning', startedAt: actor.now, ...changedBy(actor) }
  return move(tx, id, ['draft', 'scheduled'], change)
}

export function startDue(tx: Tx, now: Date): Promise<string[]> {
  const change = { state: 'planning', startedAt: now, ...changedBy({ by: null, now }) }
  return moveAll(tx, { state: 'scheduled', startsAt: { lte: now } }, change)
}

/** `size` only grows while planning: whatever the row says is final. */
export async function endPlanning(tx: Tx, id: string, now: Date): Promise<boolean> {
  const ended = await tx.$executeRaw`
    UPDATE campaigns
       SET state = CASE WHEN size = 0 THEN 'finished' ELSE 'running' END,
           finished_at = CASE WHEN size = 0 THEN ${now}::timestamptz END,
           planned_at = ${now}::timestamptz,
           -- The number of a chat, which may be erased.
           planned_upto = NULL,
           changed_by = NULL,
           changed_at = ${now}::timestamptz
     WHERE id = ${id}::uuid AND state = 'planning'`
  return ended === 1
}

export function pause(
  tx: Tx,
  id: string,
  { reason, until, ...actor }: CampaignActor & { reason: PauseReason; until: Date | null },
): Promise<boolean> {
  return move(tx, id, ['running'], {
    state: 'paused',
    pauseReason: reason,
    pausedBy: actor.by,
    pausedAt: actor.now,
    resumeAt: until,
    ...changedBy(actor),
  })
}

export function resume(tx: Tx, id: string, actor: CampaignActor): Promise<boolean> {
  return move(tx, id, ['paused'], { state: 'running', ...NO_PAUSE, ...changedBy(actor) })
}

export function resumeDue(tx: Tx, now: Date): Promise<string[]> {
  const change = { state: 'running', ...NO_PAUSE, ...changedBy({ by: null, now }) }
  return moveAll(tx, { state: 'paused', resumeAt: { lte: now } }, change)
}

export function cancel(tx: Tx, id: string, actor: CampaignActor): Promise<boolean> {
  const from: CampaignState[] = ['draft', 'scheduled', 'planning', 'running', 'paused']
  return move(tx, id, from, { state: 'cancelled', ...NO_PAUSE, ...changedBy(actor) })
}

function changedBy({ by, now }: CampaignActor): Change {
  return { changedBy: by, changedAt: now }
}

async function move(tx: Tx, id: string, from: CampaignState[], data: Change): Promise<boolean> {
  const { count } = await tx.campaign.updateMany({ where: { id, state: { in: from } }, data })
  return count === 1
}

async function moveAll(tx: Tx, where: Prisma.CampaignWhereInput, data: Change): Promise<string[]> {
  const moved = await tx.campaign.updateManyAndReturn({ where, data, select: { id: true } })
  return moved.map(({ id }) => id)
}
