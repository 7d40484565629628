import type { User } from '../store/model.ts'
import type { Telegram } from '../telegram.ts'
import type { Presses } from './presses.ts'
import { readContent } from './user-content.ts'
import { writeMessage } from './write-message.ts'

/** The bot is given so long to answer after the last sign of life; then people leave without an answer. */
const PATIENCE_MS = 10_000
const LOOK_EVERY_MS = 100

interface RunOptions {
  /** They press START in this order. */
  pressing: readonly User[]
  /** Those of them (or of others) who block the bot, or delete their accounts, when all are answered. */
  blocking: readonly User[]
  deactivating: readonly User[]
  /** START updates on their way at once. */
  inFlight: number
  ended: () => void
}

/** People press START, wait for the answer, and some of them leave without a word. */
export class CrowdRun {
  private readonly telegram: Telegram
  private readonly presses: Presses
  private readonly options: RunOptions
  private readonly onTheirWay = new Set<number>()
  private pressed = 0
  private pumping = false
  private timer: NodeJS.Timeout | undefined

  constructor(telegram: Telegram, presses: Presses, options: RunOptions) {
    this.telegram = telegram
    this.presses = presses
    this.options = options
  }

  start(): void {
    this.pump()
  }

  /** START updates that have not reached the bot yet. */
  get waiting(): number {
    return this.onTheirWay.size
  }

  stop(): void {
    clearInterval(this.timer)
    this.pressed = this.options.pressing.length
    this.onTheirWay.clear()
  }

  private pump(): void {
    // A bot that wants no messages lets an update end at once, in the middle of this loop.
    if (this.pumping) return
    this.pumping = true
    while (this.onTheirWay.size < this.options.inFlight) {
      const user = this.options.pressing[this.pressed]
      if (user === undefined) break
      this.pressed += 1
      this.press(user)
    }
    this.pumping = false
    if (this.onTheirWay.size === 0) this.awaitAnswers()
  }

  private press(user: User): void {
    const { world } = this.telegram
    this.onTheirWay.add(user.id)
    const message = { chatId: user.id, content: readContent(world, { text: '/start' }) }
    writeMessage(this.telegram, this.presses, user, {
      ...message,
      settled: () => {
        if (this.onTheirWay.delete(user.id)) this.pump()
      },
    })
  }

  private awaitAnswers(): void {
    let unanswered = this.options.pressing.filter((user) => user.received === 0)
    let since = Date.now()
    const look = (): void => {
      const left = unanswered.filter((user) => user.received === 0)
      if (left.length < unanswered.length) since = Date.now()
      unanswered = left
      if (left.length > 0 && Date.now() - since < PATIENCE_MS) return
      clearInterval(this.timer)
      this.leave()
    }
    this.timer = setInterval(look, LOOK_EVERY_MS).unref()
    look()
  }

  private leave(): void {
    for (const user of this.options.blocking) user.blocked = true
    for (const user of this.options.deactivating) user.deactivated = true
    this.options.ended()
  }
}
