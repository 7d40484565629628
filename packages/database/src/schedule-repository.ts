import type { Tx } from './client.ts'
import { beginRun, endRun, returnRun } from './schedule/attempt-runs.ts'
import { raiseEpoch } from './schedule/epochs.ts'
import { findRun, lastRuns, pruneRuns, recentRuns } from './schedule/report-runs.ts'
import { requestRun } from './schedule/request-run.ts'
import type { RunRequest } from './schedule/request-run.ts'
import type { BegunRun, RunEnd, RunKey, ScheduleRun, SlotDecision, Term } from './schedule/run.ts'
import { openTasks, settleSlots } from './schedule/settle-slots.ts'
import { giveUpRuns, markEnqueued, unfinishedRuns } from './schedule/unfinished-runs.ts'
import type { GivenUpRun, UnfinishedRun } from './schedule/unfinished-runs.ts'

/**
 * The run ledger (`schedule_runs`): a row for each slot of each task is the truth, jobs only wake somebody up. What a
 * leader does names its term, and changes nothing once another one has taken over.
 */
export interface ScheduleRepository {
  /** Ends the terms of all earlier leaders. */
  raiseEpoch(): Promise<{ epoch: bigint; databaseNow: Date }>
  /** How far each task is decided on; one never seen begins now. Null: another leader has taken over. */
  openTasks(term: Term, tasks: readonly string[], now: Date): Promise<ReadonlyMap<string, Date> | null>
  /** Claims slots or records them as missed. @returns what this call claimed; null: another leader has taken over */
  settleSlots(term: Term, decisions: readonly SlotDecision[], now: Date): Promise<RunKey[] | null>
  /** Notes that the workers of these tasks were woken. False: another leader has taken over. */
  markEnqueued(term: Term, tasks: readonly string[], now: Date): Promise<boolean>
  /** Runs without an end, and the time on the database's clock. Null: another leader has taken over. */
  lookForUnfinished(term: Term): Promise<{ runs: UnfinishedRun[]; databaseNow: Date } | null>
  /** The same for whoever only looks. */
  unfinished(): Promise<UnfinishedRun[]>
  /** Ends runs that are not worth doing any more. */
  giveUp(term: Term, runs: readonly RunKey[], now: Date): Promise<GivenUpRun[]>
  /** Begins the oldest run of a task that is to be done now. */
  begin(task: string, now: Date, term?: Term): Promise<BegunRun | null>
  /** False: its end is written down already, so that this effect is one too many (roll back). */
  end(run: RunKey, end: RunEnd, now: Date): Promise<boolean>
  /** Takes back an attempt that does not count. */
  giveBack(run: BegunRun): Promise<void>
  /** Claims a slot by hand. */
  request(run: RunKey, again: boolean, now: Date): Promise<RunRequest>
  find(run: RunKey): Promise<ScheduleRun | null>
  /** The last ended run of each task. */
  last(tasks: readonly string[]): Promise<ScheduleRun[]>
  /** Newest slot first. */
  recent(task: string, limit: number): Promise<ScheduleRun[]>
  prune(task: string, before: Date): Promise<number>
}

export function createScheduleRepository(tx: Tx): ScheduleRepository {
  return {
    raiseEpoch: () => raiseEpoch(tx),
    openTasks: (term, tasks, now) => openTasks(tx, term, tasks, now),
    settleSlots: (term, decisions, now) => settleSlots(tx, term, decisions, now),
    markEnqueued: (term, tasks, now) => markEnqueued(tx, term, tasks, now),
    lookForUnfinished: (term) => unfinishedRuns(tx, term),
    unfinished: async () => (await unfinishedRuns(tx, null))?.runs ?? [],
    giveUp: (term, runs, now) => giveUpRuns(tx, term, runs, now),
    begin: (task, now, term) => beginRun(tx, task, now, term ?? null),
    end: (run, end, now) => endRun(tx, run, end, now),
    giveBack: (run) => returnRun(tx, run),
    request: (run, again, now) => requestRun(tx, run, again, now),
    find: (run) => findRun(tx, run),
    last: (tasks) => lastRuns(tx, tasks),
    recent: (task, limit) => recentRuns(tx, task, limit),
    prune: (task, before) => pruneRuns(tx, task, before),
  }
}
