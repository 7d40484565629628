/** 'planned': its slot is claimed; 'enqueued': its worker was woken. The last three are ends; 'failed' may be tried again. */
export type RunState = 'planned' | 'enqueued' | 'running' | 'done' | 'missed' | 'failed'

/** 'clock': in time; 'catch-up': late, but within the grace; 'manual': asked for by a person. */
export type RunOrigin = 'clock' | 'catch-up' | 'manual'

/** What a run did: numbers by name, e.g. `{ recipients: 312 }`. */
export type RunCounts = Readonly<Record<string, number>>

/** Which run. The slot is its nominal moment. */
export interface RunKey {
  task: string
  slot: Date
}

/** A run as the ledger tells of it. */
export interface ScheduleRun extends RunKey {
  state: RunState
  origin: RunOrigin
  /** The scheduler that claimed the slot; null: a person did. */
  leader: string | null
  createdAt: Date
  /** Beginning of its last attempt. */
  startedAt: Date | null
  finishedAt: Date | null
  /** Attempts so far. */
  attempts: number
  counts: RunCounts | null
  /** Why its last attempt failed. */
  error: string | null
}

/** A slot that nobody had decided on, and what the leader decides. */
export interface SlotDecision extends RunKey {
  decision: 'fire' | 'miss'
  origin: Exclude<RunOrigin, 'manual'>
}

/** Who leads: every statement of a leader carries it, and changes nothing once somebody has taken over. */
export interface Term {
  epoch: bigint
  /** Who it is, for people. */
  leader: string
}

/** A run that has been begun and is to be ended. */
export interface BegunRun extends RunKey {
  /** 1 for the first. */
  attempt: number
}

export type RunEnd = { state: 'done'; counts: RunCounts } | { state: 'failed'; error: string }

/** After so many attempts a run has failed for good. */
export const MOST_ATTEMPTS = 5
