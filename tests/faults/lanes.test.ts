import { waitFor } from '@abitly/testing'
import { afterEach, describe, expect, it } from 'vitest'
import { startLaneFleet } from './support/lane-fleet.ts'
import type { LaneFleet } from './support/lane-fleet.ts'

const CHATS = 60
const PER_CHAT = 20

let fleet: LaneFleet
afterEach(() => fleet.stop())

/** Update ids grow over all chats, as Telegram's do. */
const updatesOf = (chat: number): number[] =>
  Array.from({ length: PER_CHAT }, (_, turn) => turn * CHATS + chat)

async function sendAll(
  options: { between?: (turn: number) => Promise<void>; text?: (id: number) => string } = {},
) {
  for (let turn = 0; turn < PER_CHAT; turn += 1) {
    const chats = Array.from({ length: CHATS }, (_, index) => index + 1)
    await Promise.all(
      chats.map((chat) => fleet.accept(turn * CHATS + chat, chat, options.text?.(turn * CHATS + chat))),
    )
    await options.between?.(turn)
  }
}

/** Every update took effect once and in order; every reply went out in order, at most the interrupted ones twice. */
async function expectOrder(except: readonly number[] = []): Promise<{ doubled: number }> {
  let doubled = 0
  for (let chat = 1; chat <= CHATS; chat += 1) {
    const due = updatesOf(chat).filter((id) => !except.includes(id))
    expect(await fleet.handled(chat), `order of chat ${chat}`).toEqual(due)
    const sent = await fleet.sent(chat)
    const once = sent.filter((reply, index) => reply !== sent[index - 1])
    doubled += sent.length - once.length
    expect(once, `replies to chat ${chat}`).toEqual(due.flatMap((id) => [`${id}:0`, `${id}:1`]))
  }
  expect(await fleet.overlaps(), 'lanes run by two processes at once').toEqual([])
  return { doubled }
}

describe('chat lanes', () => {
  it('lose, reorder and double nothing when workers are killed, and give up only what kills them', async () => {
    fleet = await startLaneFleet(2)
    const poison = 5 * CHATS + 7
    const text = (id: number): string => (id === poison ? 'poison' : id % 40 === 0 ? 'throws once' : 'hello')
    await sendAll({
      text,
      between: async (turn) => {
        if (turn === 4 || turn === 9 || turn === 14) await fleet.killOne()
      },
    })
    // The poison update ends a process at each of its attempts: an orchestrator would start them again.
    await waitFor(
      async () => {
        if (fleet.processes.filter((child) => child.isRunning()).length < 2) await fleet.start()
        return (await fleet.dead()).length > 0
      },
      { what: 'the poison update to be given up', timeoutMs: 90_000 },
    )
    await fleet.drained(30_000)
    expect(await fleet.dead()).toEqual([poison])
    const { doubled } = await expectOrder([poison])
    // At most the reply that was on its way when its process died.
    expect(doubled).toBeLessThanOrEqual((3 + 7) * 16)
  })

  it('go on elsewhere when a worker freezes, and take nothing from it when it thaws', async () => {
    fleet = await startLaneFleet(2, { HANDLER_MS: '10' })
    const frozen = fleet.processes[0]
    await sendAll({
      between: async (turn) => {
        if (turn === 3) frozen?.kill('SIGSTOP')
        await Promise.resolve()
      },
    })
    await fleet.drained(30_000)
    frozen?.kill('SIGCONT')
    await fleet.accept(900_000, 1)
    await fleet.drained(10_000)
    for (let chat = 1; chat <= CHATS; chat += 1) {
      const due = chat === 1 ? [...updatesOf(1), 900_000] : updatesOf(chat)
      expect(await fleet.handled(chat)).toEqual(due)
    }
  })

  it('survive the death of Redis in the middle of traffic', async () => {
    fleet = await startLaneFleet(2)
    await sendAll({
      between: async (turn) => {
        if (turn !== 8) return
        await fleet.server.kill('SIGKILL')
        await fleet.server.restart()
      },
    })
    await fleet.drained(60_000)
    await expectOrder()
  })

  it('let a chat whose handler is slow delay no other chat', async () => {
    fleet = await startLaneFleet(1, { HANDLER_MS: '1500' })
    const startedAt = performance.now()
    for (let id = 1; id <= 4; id += 1) await fleet.accept(id, 1)
    for (let chat = 2; chat <= 6; chat += 1) await fleet.accept(chat * 10, chat)
    for (let chat = 2; chat <= 6; chat += 1) {
      await waitFor(async () => (await fleet.handled(chat)).length === 1, {
        what: `chat ${chat}`,
        timeoutMs: 10_000,
      })
    }
    const others = performance.now() - startedAt
    await fleet.drained(20_000)
    const slow = performance.now() - startedAt
    expect(await fleet.handled(1)).toEqual([1, 2, 3, 4])
    // One after the other the slow chat needs four turns; side by side the others need one.
    expect(others).toBeLessThan(slow / 2)
  })
})
