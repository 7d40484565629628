import { defineFault, isEnvironmental, jitter, pause } from '@abitly/runtime'
import { LOST } from './mailbox.ts'
import type { LaneHead, Lost, Mailbox } from './mailbox.ts'

/** What became of sending one reply. */
export type ReplyOutcome =
  | { kind: 'done' }
  /** Try the same reply again after `delayMs`; `refused`: Telegram refused it (429), which counts. */
  | { kind: 'later'; delayMs: number; refused: boolean }

/** What the owner of the domain does with the updates of a lane. Every method must be safe to run twice. */
export interface LaneHandler<R> {
  /** Runs the update in one transaction, or finds that it ran before; returns its replies in order. */
  handle(head: LaneHead, signal: AbortSignal): Promise<readonly R[]>
  /** Records that the update was given up; returns the apology. */
  bury(head: LaneHead, error: unknown): Promise<readonly R[]>
  send(reply: R, attempt: { refusals: number }): Promise<ReplyOutcome>
}

/** Told what happens, for metrics and the log. */
export interface LaneObserver {
  handled?(lane: string, head: LaneHead, durationMs: number): void
  failed?(head: LaneHead, error: unknown): void
  surroundingsFailed?(error: unknown): void
  buried?(head: LaneHead, error: unknown): void
  maybeDoubled?(head: LaneHead): void
  lost?(head: LaneHead): void
}

export type DrainEnd =
  | { kind: 'empty' }
  | { kind: 'lost' }
  /** There is more, but others have waited: queue this lane again. */
  | { kind: 'more' }
  | { kind: 'retry'; afterMs: number }

export interface DrainOptions {
  /** Updates one drain handles before other lanes get their turn. */
  updatesPerTurn: number
  /** An update is given up when its attempt number this one has failed too. */
  maxAttempts: number
  /** Longest run of one update, in milliseconds. */
  deadlineMs: number
  /** From this attempt on, wait up to `suspectWaitMs` first (see `standAside`). */
  suspectFrom: number
  suspectWaitMs: number
}

export const DRAIN_DEFAULTS: DrainOptions = {
  updatesPerTurn: 20,
  maxAttempts: 6,
  deadlineMs: 20_000,
  suspectFrom: 3,
  suspectWaitMs: 1_500,
}

export interface DrainDependencies<R> {
  mailbox: Mailbox
  handler: LaneHandler<R>
  observer: LaneObserver
  stopping: AbortSignal
  options: DrainOptions
}

const updateTooSlow = defineFault('UPDATE_TOO_SLOW', 'An update did not finish before its deadline')
const processDied = defineFault('UPDATE_KILLS_PROCESS', 'The process died each time it ran this update')

/** Handles the waiting updates of one lane in order, until it is empty, its turn is over, or something fails. */
export async function drainLane<R>(lane: string, deps: DrainDependencies<R>): Promise<DrainEnd> {
  let head: LaneHead | Lost | null = await deps.mailbox.begin(lane)
  for (let done = 0; head !== null; done += 1) {
    if (head === LOST) return { kind: 'lost' }
    if (done >= deps.options.updatesPerTurn || deps.stopping.aborted) {
      await deps.mailbox.release(lane, head.epoch)
      return { kind: 'more' }
    }
    if (head.attempts >= deps.options.suspectFrom) head = await standAside(lane, head, deps)
    if (head === LOST || head === null) continue
    const startedAt = performance.now()
    const end = await finishHead(lane, head, deps)
    if (end !== null) return end
    deps.observer.handled?.(lane, head, head.waitedMs + performance.now() - startedAt)
    head = await deps.mailbox.ack(lane, head)
  }
  return { kind: 'empty' }
}

/** @returns null when the update is done and all its replies are out */
async function finishHead<R>(
  lane: string,
  head: LaneHead,
  deps: DrainDependencies<R>,
): Promise<DrainEnd | null> {
  try {
    const replies = await repliesOf(head, deps)
    return await sendReplies(lane, head, replies, deps)
  } catch (error) {
    if (isUpdateError(error)) return { kind: 'retry', afterMs: backoffMs(head.attempts) }
    deps.observer.surroundingsFailed?.(error)
    await deps.mailbox.release(lane, head.epoch)
    return { kind: 'retry', afterMs: retryAfterMs(error) }
  }
}

/**
 * Lanes whose process died are recovered together: an update that kills its process would take the same bystanders
 * down again and again. A random wait before a suspicious attempt separates them, and nobody is charged an attempt
 * for dying while it waited.
 */
async function standAside<R>(
  lane: string,
  head: LaneHead,
  { mailbox, options, stopping }: DrainDependencies<R>,
): Promise<LaneHead | Lost | null> {
  if ((await mailbox.release(lane, head.epoch)) === LOST) return LOST
  await pause(jitter() * options.suspectWaitMs, stopping)
  return await mailbox.begin(lane)
}

async function repliesOf<R>(head: LaneHead, deps: DrainDependencies<R>): Promise<readonly R[]> {
  if (head.attempts > deps.options.maxAttempts) return await bury(head, processDied(), deps)
  try {
    return await withDeadline((signal) => deps.handler.handle(head, signal), deps.options.deadlineMs)
  } catch (error) {
    if (isEnvironmental(error)) throw error
    deps.observer.failed?.(head, error)
    if (head.attempts >= deps.options.maxAttempts) return await bury(head, error, deps)
    throw new UpdateError(error)
  }
}

async function bury<R>(head: LaneHead, error: unknown, deps: DrainDependencies<R>): Promise<readonly R[]> {
  const replies = await deps.handler.bury(head, error)
  deps.observer.buried?.(head, error)
  return replies
}

async function sendReplies<R>(
  lane: string,
  head: LaneHead,
  replies: readonly R[],
  deps: DrainDependencies<R>,
): Promise<DrainEnd | null> {
  const { mailbox, observer } = deps
  if (head.replyInProgress !== null && head.attempts > 1) observer.maybeDoubled?.(head)
  for (let index = head.replyInProgress ?? 0; index < replies.length; index += 1) {
    const refusals = index === head.replyInProgress ? head.refusals : 0
    if ((await mailbox.mark(lane, head.epoch, index, refusals)) === LOST) {
      observer.lost?.(head)
      return { kind: 'lost' }
    }
    if (deps.stopping.aborted && index > 0) {
      await mailbox.release(lane, head.epoch)
      return { kind: 'more' }
    }
    const outcome = await sendReply(head, replies[index] as R, refusals, deps)
    if (outcome.kind === 'done') continue
    if (outcome.refused) await mailbox.mark(lane, head.epoch, index, refusals + 1)
    await mailbox.release(lane, head.epoch)
    return { kind: 'retry', afterMs: outcome.delayMs }
  }
  return null
}

/** A reply that cannot even be tried costs attempts as its update does, and is left out in the end. */
async function sendReply<R>(
  head: LaneHead,
  reply: R,
  refusals: number,
  { handler, observer, options }: DrainDependencies<R>,
): Promise<ReplyOutcome> {
  try {
    return await handler.send(reply, { refusals })
  } catch (error) {
    if (isEnvironmental(error)) throw error
    observer.failed?.(head, error)
    if (head.attempts >= options.maxAttempts) return { kind: 'done' }
    throw new UpdateError(error)
  }
}

/** Marks an error of the update itself, as opposed to one of its surroundings. */
class UpdateError extends Error {
  constructor(cause: unknown) {
    super('The update failed', { cause })
  }
}

function isUpdateError(error: unknown): boolean {
  return error instanceof UpdateError
}

async function withDeadline<T>(run: (signal: AbortSignal) => Promise<T>, deadlineMs: number): Promise<T> {
  const controller = new AbortController()
  const over = new AbortController()
  const late = pause(deadlineMs, over.signal).then(() => {
    controller.abort()
    throw updateTooSlow({ about: `${deadlineMs} ms` })
  })
  try {
    return await Promise.race([run(controller.signal), late])
  } finally {
    late.catch(() => undefined)
    over.abort()
  }
}

/** 0.5, 1, 2, 4, 8 s, each give or take a quarter. */
function backoffMs(attempts: number): number {
  return 500 * 2 ** (attempts - 1) * (0.75 + jitter() / 2)
}

/** How long to wait for the surroundings: what they asked for, else one to three seconds. */
function retryAfterMs(error: unknown): number {
  const asked = error instanceof Error && 'retryAfterMs' in error ? Number(error.retryAfterMs) : Number.NaN
  return Number.isFinite(asked) ? asked : 1_000 + jitter() * 2_000
}
