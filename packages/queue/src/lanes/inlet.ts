import type { Queue } from 'bullmq'
import { gatherWrites } from '@abitly/runtime'
import type { Redis } from '@abitly/runtime'
import { laneDrain } from '../jobs/lane-drain.ts'
import type { LaneDrainPayload } from '../jobs/lane-drain.ts'
import { QUEUES } from '../catalog.ts'
import { openQueue } from '../connection.ts'
import { laneOf } from './lane-of.ts'
import { createMailbox } from './mailbox.ts'
import type { MailboxEntry, PushResult } from './mailbox.ts'

/** An update that Telegram sent, parsed as far as its lane needs it. */
export interface IncomingUpdate {
  readonly update_id: number
  readonly [kind: string]: unknown
}

/** Property of the entry that stands in for updates dropped from an overflowing lane; its value is the chat id. */
export const OVERFLOW = 'abitly_overflow'

export interface LaneInlet {
  /** Stores an update and wakes its lane. Resolves only when both are stored; throws when Redis does not answer. */
  accept(update: IncomingUpdate, json: string): Promise<PushResult>
  /** Puts an update that was given up back into its lane. */
  replay(update: IncomingUpdate, json: string): Promise<void>
  /** Wakes a lane. Harmless when it is awake. */
  wake(lane: string): Promise<void>
  close(): Promise<void>
}

/**
 * The way into the chat lanes: mailbox first, wake-up second, both in one tick and in this order. A wake-up that
 * overtook its update could find the lane empty and leave the update behind.
 */
export function createLaneInlet(redis: Redis, { maxDepth }: { maxDepth: number }): LaneInlet {
  const mailbox = createMailbox(redis)
  const queue: Queue<LaneDrainPayload> = openQueue(redis, QUEUES.updates)
  const wake = async (lane: string): Promise<void> => {
    await queue.add(laneDrain.name, { lane }, laneDrain.options(lane))
  }
  return {
    async accept(update, json) {
      const lane = laneOf(update)
      const overflow = overflowEntry(lane, update.update_id)
      const entry: MailboxEntry = { updateId: update.update_id, json }
      const script = { reloaded: false }
      const onReload = (): void => {
        script.reloaded = true
      }
      const options = { maxDepth, onReload, ...(overflow === null ? {} : { overflow }) }
      gatherWrites(redis)
      // Woken also for a duplicate: the first delivery may have died before its wake-up.
      const [result] = await Promise.all([mailbox.push(lane, entry, options), wake(lane)])
      if (script.reloaded) await wake(lane)
      return result
    },
    async replay(update, json) {
      const lane = laneOf(update)
      await mailbox.replay(lane, { updateId: update.update_id, json })
      await wake(lane)
    },
    wake,
    close: () => queue.close(),
  }
}

/** Only a private chat is told that it is too fast: its lane is the chat's own positive id. */
function overflowEntry(lane: string, updateId: number): string | null {
  return /^\d+$/.test(lane) ? `{"update_id":${updateId},"${OVERFLOW}":${lane}}` : null
}
