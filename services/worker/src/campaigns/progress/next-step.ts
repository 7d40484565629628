import type { Campaign } from '@abitly/database'

/** What is to be done about the message that shows a campaign's progress. */
export type ProgressStep =
  /** Nothing any more, or not yet. */
  | { kind: 'none' }
  /** It ended without anybody watching. */
  | { kind: 'log' }
  /** It ended before it began: whoever cancelled it knows. */
  | { kind: 'close' }
  /** Too early for another edit. */
  | { kind: 'wait'; ms: number }
  | { kind: 'edit' }
  /** A new message, because edits do not ring. `ended`: the last one. */
  | { kind: 'announce'; ended: boolean }

const EVERY_MS = 3_000
/** Counting the rows of more recipients than `MANY` costs more than a livelier message is worth. */
const EVERY_MS_OF_MANY = 10_000
const MANY = 100_000

/** Time between two edits. */
export function progressEveryMs({ size }: Campaign): number {
  return size > MANY ? EVERY_MS_OF_MANY : EVERY_MS
}

/** Decides by what the campaign says of itself. Pure. */
export function nextProgressStep(campaign: Campaign, now: Date): ProgressStep {
  const { state, card, changedAt, createdBy, finishedAt, reportedAt, startedAt } = campaign
  if (state === 'draft' || reportedAt !== null) return { kind: 'none' }
  if (state === 'scheduled') {
    const moved = card !== null && changedAt !== null && card.at < changedAt
    return { kind: moved ? 'edit' : 'none' }
  }
  const ended = finishedAt !== null
  if (ended && startedAt === null) return { kind: 'close' }
  if (ended && card === null && createdBy === null) return { kind: 'log' }
  if (ended || isUntoldPause(campaign)) return { kind: 'announce', ended }
  if (card === null) return { kind: 'none' }
  const waitMs = progressEveryMs(campaign) - (now.getTime() - card.at.getTime())
  return waitMs > 0 ? { kind: 'wait', ms: waitMs } : { kind: 'edit' }
}

/** The system has paused the campaign since its message was last drawn. */
function isUntoldPause({ state, pause, card, createdBy }: Campaign): boolean {
  if (state !== 'paused' || pause === null || pause.reason === 'admin') return false
  return card === null ? createdBy !== null : card.at < pause.at
}
