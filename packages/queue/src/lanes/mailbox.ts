import { loadScript, runScript } from '@abitly/runtime'
import type { LuaReply, Redis } from '@abitly/runtime'
import { PREFIX } from '../catalog.ts'

const script = (file: string) => loadScript(new URL(`../../lua/${file}`, import.meta.url))
const PUSH = script('push-4.lua')
const BEGIN = script('begin-6.lua')
const MARK = script('mark-2.lua')
const ACK = script('ack-6.lua')
const RELEASE = script('release-2.lua')
const WAITING = script('waiting-1.lua')

const SEEN_SECONDS = 600
const COUNTERS_SECONDS = 86_400

/** Index of all mailboxes: member = lane, score = since when (Redis' clock, ms) its head waits. */
const INDEX = `${PREFIX}:mb`
const key = {
  mailbox: (lane: string) => `${PREFIX}:mb:${lane}`,
  seen: (updateId: number) => `${PREFIX}:seen:${updateId}`,
  epoch: (lane: string) => `${PREFIX}:ep:${lane}`,
  attempts: (lane: string) => `${PREFIX}:att:${lane}`,
  reply: (lane: string) => `${PREFIX}:out:${lane}`,
  overflow: (lane: string) => `${PREFIX}:full:${lane}`,
}

export interface MailboxEntry {
  updateId: number
  /** The update as Telegram sent it. */
  json: string
}

/** The update at the head of a lane, as the drain that owns the lane sees it. */
export interface LaneHead extends MailboxEntry {
  /** Fencing epoch of the drain: what it does with an older one is refused. */
  epoch: number
  /** How often this update has been begun, this time included. */
  attempts: number
  /** Index of the reply that was being sent when an earlier attempt ended; null when none was. */
  replyInProgress: number | null
  /** How often Telegram has refused that reply (429). */
  refusals: number
  /** How long the head has waited before this drain, in milliseconds. */
  waitedMs: number
}

/** Another drain owns the lane now: stop at once, touch nothing. */
export const LOST = 'lost'
export type Lost = typeof LOST

export type PushResult = 'stored' | 'duplicate' | 'full' | 'full-first-time'

export interface PushOptions {
  /** Most updates that may wait in a lane. */
  maxDepth: number
  /** Stored instead when the lane first exceeds its depth. */
  overflow?: string
  /** Told when Redis had forgotten the script: commands sent in the same tick have then overtaken this one. */
  onReload?: () => void
}

export interface Mailbox {
  /** Stores an update once. */
  push(lane: string, entry: MailboxEntry, options: PushOptions): Promise<PushResult>
  /** Stores an update again, whatever was seen before: an operator's replay. */
  replay(lane: string, entry: MailboxEntry): Promise<void>
  begin(lane: string): Promise<LaneHead | null>
  mark(lane: string, epoch: number, reply: number, refusals: number): Promise<Lost | 'noted'>
  /** Removes the handled update; returns the next head, or null when the lane is empty. */
  ack(lane: string, head: LaneHead): Promise<LaneHead | Lost | null>
  /** Takes back the attempt counted for the head. */
  release(lane: string, epoch: number): Promise<Lost | 'released'>
  /** Lanes whose head has waited at least `minMs`, longest first, and figures about all lanes. */
  waiting(minMs: number, limit: number): Promise<{ lanes: string[]; count: number; oldestMs: number }>
  depth(lane: string): Promise<number>
}

/** The mailboxes of all chat lanes, in Redis: one list per lane, changed by scripts only. */
export function createMailbox(redis: Redis): Mailbox {
  const owned = (lane: string): string[] => [
    key.mailbox(lane),
    INDEX,
    key.epoch(lane),
    key.attempts(lane),
    key.reply(lane),
    key.overflow(lane),
  ]
  const push = (lane: string, entry: MailboxEntry, options: PushOptions, overflow: string, replay: string) =>
    runScript(
      redis,
      PUSH,
      [key.seen(entry.updateId), key.mailbox(lane), INDEX, key.overflow(lane)],
      [pack(entry), lane, SEEN_SECONDS, options.maxDepth, overflow, replay],
      options.onReload,
    )
  return {
    async push(lane, entry, options) {
      const { overflow } = options
      const marker = overflow === undefined ? '' : pack({ updateId: entry.updateId, json: overflow })
      return pushResult(await push(lane, entry, options, marker, ''))
    },
    async replay(lane, entry) {
      await push(lane, entry, { maxDepth: 0 }, '', '1')
    },
    async begin(lane) {
      const reply = await runScript(redis, BEGIN, owned(lane), [lane, COUNTERS_SECONDS])
      return reply === null ? null : readHead(reply)
    },
    async mark(lane, epoch, index, refusals) {
      const keys = [key.epoch(lane), key.reply(lane)]
      const reply = await runScript(redis, MARK, keys, [epoch, `${index}:${refusals}`, COUNTERS_SECONDS])
      return reply === -1 ? LOST : 'noted'
    },
    async ack(lane, head) {
      const reply = await runScript(redis, ACK, owned(lane), [
        head.epoch,
        head.updateId,
        lane,
        COUNTERS_SECONDS,
      ])
      if (reply === null) return null
      return reply === -1 ? LOST : nextHead(reply, head.epoch)
    },
    async release(lane, epoch) {
      const reply = await runScript(redis, RELEASE, [key.epoch(lane), key.attempts(lane)], [epoch])
      return reply === -1 ? LOST : 'released'
    },
    async waiting(minMs, limit) {
      const [count, oldestMs, ...lanes] = list(await runScript(redis, WAITING, [INDEX], [minMs, limit]))
      return { count: Number(count), oldestMs: Number(oldestMs), lanes: lanes.map(String) }
    },
    depth: (lane) => redis.llen(key.mailbox(lane)),
  }
}

function pack({ updateId, json }: MailboxEntry): string {
  return `${updateId} ${json}`
}

function unpack(entry: string): MailboxEntry {
  const space = entry.indexOf(' ')
  return { updateId: Number(entry.slice(0, space)), json: entry.slice(space + 1) }
}

function pushResult(reply: LuaReply): PushResult {
  if (reply === 1) return 'stored'
  if (reply === 0) return 'duplicate'
  return reply === -2 ? 'full-first-time' : 'full'
}

function readHead(reply: LuaReply): LaneHead {
  const [epoch, attempts, head, inProgress, waitedMs] = list(reply)
  const [index, refusals] = String(inProgress).split(':')
  return {
    ...unpack(String(head)),
    epoch: Number(epoch),
    attempts: Number(attempts),
    replyInProgress: index === undefined || index === '' ? null : Number(index),
    refusals: Number(refusals ?? 0),
    waitedMs: Number(waitedMs),
  }
}

function nextHead(reply: LuaReply, epoch: number): LaneHead {
  const [attempts, head] = list(reply)
  const fresh = { epoch, replyInProgress: null, refusals: 0, waitedMs: 0 }
  return { ...unpack(String(head)), ...fresh, attempts: Number(attempts) }
}

function list(reply: LuaReply): readonly LuaReply[] {
  if (!Array.isArray(reply)) throw new Error(`A lane script answered ${typeof reply} where a list was due`)
  return reply as readonly LuaReply[]
}
