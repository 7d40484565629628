import type { Call, SendOutcome } from '@abitly/telegram'

/** A message that reached its chat, or an edit of one. */
export interface FakeCall {
  method: string
  chatId: number
  payload: Readonly<Record<string, unknown>>
  outcome: SendOutcome['kind']
}

/** What a call comes to; `times`: how often this chat has been called before. Undefined: sent. */
export type FakeAnswer = (
  chatId: number,
  times: number,
  method: string,
) => SendOutcome | undefined | Promise<SendOutcome | undefined>

/** A Telegram that answers what a test wants and remembers what it was asked. */
export interface FakeTelegram {
  calls: FakeCall[]
  call: Call
  /** How often each chat was sent something. */
  received(): Map<number, number>
}

export function createFakeTelegram(answer: FakeAnswer = () => undefined): FakeTelegram {
  const calls: FakeCall[] = []
  let messages = 0
  return {
    calls,
    async call(method, payload, { claim } = {}) {
      if (claim !== undefined && !(await claim())) return { kind: 'withdrawn' }
      const chatId = Number(payload['chat_id'])
      const times = calls.filter((one) => one.chatId === chatId).length
      messages += 1
      const outcome = (await answer(chatId, times, method)) ?? {
        kind: 'sent',
        result: { message_id: messages },
      }
      calls.push({ method, chatId, payload, outcome: outcome.kind })
      return outcome
    },
    received() {
      const counts = new Map<number, number>()
      const sent = calls.filter(({ outcome }) => outcome === 'sent')
      for (const { chatId } of sent) counts.set(chatId, (counts.get(chatId) ?? 0) + 1)
      return counts
    },
  }
}
