import type { Redis } from '@abitly/runtime'
import type { Message } from '../support/sink.ts'

/** One process that sends within a cap. */
export interface Contender {
  /** Sends bulk for ever, as fast as the limiter lets it. */
  sendBulk(): void
  /** Sends one reply, past or behind the bulk: as the limiter has it. */
  reply(): Promise<void>
}

export interface ContenderOptions {
  /** A connection of profile `worker`. */
  redis: Redis
  /** Sends per second, of all processes together. */
  cap: number
  /** Bulk sends at once in this process. */
  places: number
  /** True: replies will be sent too. */
  replies: boolean
  /** Bulk messages that this process should have ready, where the limiter is a queue. */
  backlog: number
  deliver: (message: Message) => Promise<void>
}

/** Resolves when the process could begin. */
export type StartContender = (options: ContenderOptions) => Promise<Contender>

/** Runs `send` from so many places at once, for ever. */
export function keepSending(places: number, send: () => Promise<void>): void {
  const sendOn = async (): Promise<never> => {
    for (;;) await send()
  }
  for (let place = 0; place < places; place += 1) void sendOn()
}

let lastChat = process.pid * 1_000_000

/** A private chat that nobody has written to. */
export const newChat = (): number => (lastChat += 1)
