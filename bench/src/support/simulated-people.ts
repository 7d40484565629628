import { waitFor } from '@abitly/testing'
import type { Rig } from './rig.ts'

export interface SimulatedPeople {
  /** Everybody presses START and is answered: no first-time work is left to measure. */
  sayOnce(): Promise<void>
  /** One person asks for help; resolves with the milliseconds until the bot's message has arrived. */
  ask(person: number): Promise<number>
  violations(): Promise<number>
  close(): Promise<void>
}

interface Call {
  at: number
  chatId?: number
  method: string
}

/** Starts simulator, ingress and workers, and makes people who talk to the bot. */
export async function simulatedPeople(
  rig: Rig,
  count: number,
  { workers }: { workers: number },
): Promise<SimulatedPeople> {
  const simulator = await rig.start('simulator')
  const common = {
    TELEGRAM_API_ROOT: simulator.url,
    SEND_REPLY_RATE_PER_SECOND: '10000',
    SEND_CHAT_INTERVAL_MS: '0',
  }
  const ids = await makePeople(simulator.url, count)
  for (let index = 0; index < workers; index += 1) await rig.start('worker', common)
  await rig.start('ingress', common)
  await webhookRegistered(simulator.url, rig.botToken)

  const waiting = new Map<number, { since: number; resolve: (ms: number) => void }[]>()
  const stream = await followCalls(simulator.url, ({ at, chatId, method }) => {
    if (method.toLowerCase() !== 'sendmessage' || chatId === undefined) return
    const first = waiting.get(chatId)?.shift()
    first?.resolve(at - first.since)
  })
  const write = async (person: number, text: string): Promise<number> => {
    const id = ids[person] ?? 0
    const answer = new Promise<number>((resolve) => {
      waiting.set(id, [...(waiting.get(id) ?? []), { since: Date.now(), resolve }])
    })
    await post(`${simulator.url}/sim/users/${id}/messages`, { text })
    return await answer
  }
  return {
    async sayOnce() {
      for (let from = 0; from < count; from += 50) {
        await Promise.all(ids.slice(from, from + 50).map((_, index) => write(from + index, '/start')))
      }
    },
    ask: (person) => write(person, '/help'),
    violations: async () =>
      ((await (await fetch(`${simulator.url}/sim/violations`)).json()) as unknown[]).length,
    close: () => stream.close(),
  }
}

async function makePeople(simulatorUrl: string, count: number): Promise<number[]> {
  const ids: number[] = []
  for (let index = 0; index < count; index += 1) {
    const { id } = (await post(`${simulatorUrl}/sim/users`, {
      firstName: `Bench ${index}`,
      languageCode: 'uk',
    })) as {
      id: number
    }
    ids.push(id)
  }
  return ids
}

async function webhookRegistered(simulatorUrl: string, botToken: string): Promise<void> {
  const registered = async (): Promise<boolean> => {
    const { result } = (await post(`${simulatorUrl}/bot${botToken}/getWebhookInfo`, {})) as {
      result: { url: string }
    }
    return result.url !== ''
  }
  await waitFor(registered, { what: 'ingress to register its webhook', timeoutMs: 20_000 })
}

async function post(url: string, body: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok)
    throw new Error(`${new URL(url).pathname.replace(/bot[^/]+/, 'bot')} answered ${response.status}`)
  return await response.json()
}

/** Reads the simulator's event stream and hands on the calls of the bot. */
async function followCalls(
  simulatorUrl: string,
  onCall: (call: Call) => void,
): Promise<{ close(): Promise<void> }> {
  const stopper = new AbortController()
  const response = await fetch(`${simulatorUrl}/sim/events`, { signal: stopper.signal })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  const reading = (async () => {
    let rest = ''
    for (;;) {
      const chunk = await reader?.read()
      if (chunk === undefined || chunk.done) return
      const lines = (rest + chunk.value).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        if (!line.startsWith('data:')) continue
        const event = JSON.parse(line.slice(5)) as { type: string; call?: Call }
        if (event.type === 'call' && event.call !== undefined) onCall(event.call)
      }
    }
  })().catch(() => undefined)
  return {
    async close() {
      stopper.abort()
      await reading
    },
  }
}
