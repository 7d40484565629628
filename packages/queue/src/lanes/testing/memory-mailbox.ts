import { LOST } from '../mailbox.ts'
import type { LaneHead, Mailbox } from '../mailbox.ts'

/** One lane in memory, by the rules of the real mailbox, open to a test's hands. */
export interface MemoryMailbox extends Pick<
  Mailbox,
  'begin' | 'mark' | 'ack' | 'release' | 'push' | 'replay' | 'depth'
> {
  waiting: number[]
  epoch: number
  attempts: number
  replyInProgress: number | null
  refusals: number
}

export function memoryMailbox(updates: number[]): Mailbox & MemoryMailbox {
  const head = (box: MemoryMailbox): LaneHead | null => {
    const updateId = box.waiting[0]
    const { epoch, attempts, replyInProgress, refusals } = box
    return updateId === undefined
      ? null
      : { updateId, json: '{}', epoch, attempts, replyInProgress, refusals, waitedMs: 0 }
  }
  const box = {
    waiting: [...updates],
    epoch: 0,
    attempts: 0,
    replyInProgress: null as number | null,
    refusals: 0,
    async begin() {
      box.epoch += 1
      box.attempts += 1
      return head(box)
    },
    async mark(_lane: string, epoch: number, reply: number, refusals: number) {
      if (epoch !== box.epoch) return LOST
      box.replyInProgress = reply
      box.refusals = refusals
      return 'noted' as const
    },
    async ack(_lane: string, handled: LaneHead) {
      if (handled.epoch !== box.epoch) return LOST
      if (box.waiting[0] === handled.updateId) {
        box.waiting.shift()
        box.replyInProgress = null
        box.refusals = 0
        box.attempts = box.waiting.length === 0 ? 0 : 1
      }
      return head(box)
    },
    async release(_lane: string, epoch: number) {
      if (epoch !== box.epoch) return LOST
      box.attempts = Math.max(0, box.attempts - 1)
      return 'released' as const
    },
    push: () => Promise.reject(new Error('not in memory')),
    replay: () => Promise.reject(new Error('not in memory')),
    depth: async () => box.waiting.length,
  }
  return box as unknown as Mailbox & MemoryMailbox
}
