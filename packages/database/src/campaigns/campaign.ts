import type { Campaign as Row } from '../generated/client.ts'

export type CampaignKind = 'broadcast' | 'open-day-update' | 'reminder' | 'digest'

/** 'planning': its recipients are being written down; nothing is sent before 'running'. */
export type CampaignState =
  'draft' | 'scheduled' | 'planning' | 'running' | 'paused' | 'finished' | 'cancelled'

/** 'flood': Telegram asked for it; 'errors': too many sends failed. */
export type PauseReason = 'admin' | 'flood' | 'errors'

/** One bulk send. */
export interface Campaign {
  id: string
  /** What people call it: № 42. */
  number: number
  kind: CampaignKind
  state: CampaignState
  /** JSON; its owner validates it. */
  content: unknown
  /** JSON (an `AudienceFilter` as a rule); its owner validates it. */
  audience: unknown
  /** Recipients that were in flight when a process died: send again (true) or leave them 'unknown'. */
  resendUnknown: boolean
  /** Telegram user id of the admin; null: the system. */
  createdBy: bigint | null
  createdAt: Date
  /** When a scheduled one begins. */
  startsAt: Date | null
  /** Beginning of the planning. */
  startedAt: Date | null
  /** For a cancelled one: when its last send had ended. */
  finishedAt: Date | null
  /** Nothing is sent from this moment on. */
  expiresAt: Date | null
  /** Recipients planned so far; the sum of `tally`. */
  size: number
  plannedAt: Date | null
  /** While paused only. */
  pause: { reason: PauseReason; by: bigint | null; at: Date; until: Date | null } | null
  /** Who made the last transition; null: the system. */
  changedBy: bigint | null
  changedAt: Date | null
  /** The message that shows its progress; `done`: how many had ended when it was drawn. */
  card: { chatId: bigint; messageId: number; done: number; at: Date } | null
  reportedAt: Date | null
}

/** What a campaign begins as. */
export interface CampaignDraft {
  kind: CampaignKind
  content: unknown
  audience: unknown
  createdBy: bigint | null
  /** Default: false. */
  resendUnknown?: boolean
  expiresAt?: Date | null
  now: Date
}

/** Who did something to a campaign (null: the system), and when. */
export interface CampaignActor {
  by: bigint | null
  now: Date
}

export function toCampaign(row: Row): Campaign {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind as CampaignKind,
    state: row.state as CampaignState,
    content: row.content,
    audience: row.audience,
    resendUnknown: row.resendUnknown,
    createdBy: row.createdBy,
    createdAt: row.createdAt,
    startsAt: row.startsAt,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
    expiresAt: row.expiresAt,
    size: row.size,
    plannedAt: row.plannedAt,
    pause: pauseOf(row),
    changedBy: row.changedBy,
    changedAt: row.changedAt,
    card: cardOf(row),
    reportedAt: row.reportedAt,
  }
}

function pauseOf({ pauseReason, pausedBy, pausedAt, resumeAt }: Row): Campaign['pause'] {
  if (pauseReason === null || pausedAt === null) return null
  return { reason: pauseReason as PauseReason, by: pausedBy, at: pausedAt, until: resumeAt }
}

function cardOf({ cardChatId, cardMessageId, cardDone, cardAt }: Row): Campaign['card'] {
  if (cardChatId === null || cardMessageId === null || cardDone === null || cardAt === null) return null
  return { chatId: cardChatId, messageId: cardMessageId, done: cardDone, at: cardAt }
}
