/**
 * Pauses announced by a 429: the chat that was told, and all proactive sends when a proactive one was told.
 * A send that was already on its way is forgiven; the grace for other chats is longer, because the word has to reach
 * other processes first.
 */
const CHAT_GRACE_MS = 200
const BULK_GRACE_MS = 1000
/** Clocks and timers are not exact: the last moments of a pause do not count. */
const END_MARGIN_MS = 50

interface Pause {
  since: number
  until: number
}

export class Pauses {
  private readonly chats = new Map<number, Pause>()
  private bulk: Pause | undefined

  announce(now: number, chatId: number, seconds: number, proactive: boolean): void {
    const until = now + seconds * 1000 - END_MARGIN_MS
    const longer = (known: Pause | undefined): Pause =>
      known !== undefined && known.until > now
        ? { since: known.since, until: Math.max(known.until, until) }
        : { since: now, until }
    this.chats.set(chatId, longer(this.chats.get(chatId)))
    if (proactive) this.bulk = longer(this.bulk)
    this.forgetEnded(now)
  }

  /** Milliseconds of the pause that a send at `now` breaks; 0 when it breaks none. */
  brokenBy(now: number, chatId: number, proactive: boolean): number {
    const own = remaining(this.chats.get(chatId), now, CHAT_GRACE_MS)
    return proactive ? Math.max(own, remaining(this.bulk, now, BULK_GRACE_MS)) : own
  }

  clear(): void {
    this.chats.clear()
    this.bulk = undefined
  }

  private forgetEnded(now: number): void {
    if (this.chats.size < 1000) return
    for (const [chatId, pause] of this.chats) if (pause.until <= now) this.chats.delete(chatId)
  }
}

function remaining(pause: Pause | undefined, now: number, grace: number): number {
  if (pause === undefined || now < pause.since + grace || now >= pause.until) return 0
  return pause.until - now
}
