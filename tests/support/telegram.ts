import { waitFor } from '@abitly/testing'
import { createPerson } from './person.ts'
import type { Message, Person } from './person.ts'
import { createSimulatorClient } from './simulator-client.ts'
import type { SimulatorClient } from './simulator-client.ts'

export type { Entity, Message, Person } from './person.ts'

export interface NewFault {
  kind: string
  chatId?: number
  /** Only sends to people who have been silent. */
  bulk?: boolean
  method?: string
  times?: number
  retryAfter?: number
  delayMs?: number
}

export interface Call {
  at: number
  method: string
  chatId?: number
  messageId?: number
  ok: boolean
  errorCode?: number
  payload: Record<string, unknown>
}

interface ProactiveSends {
  sends: number
  /** The most of them that arrived within any one second. */
  perSecondMax: number
}

/** Counted since the start or `clearStats`. */
export interface Stats {
  sends: number
  violations: number
  /** sent, blocked, rejected, flood, unauthorized, server-error, sent-unanswered, unanswered */
  outcomes: Record<string, number>
  bulk: ProactiveSends
  paid: ProactiveSends
}

export interface CrowdOptions {
  languageCode?: string
  /** 0…1 of them block the bot once it has answered all. No update tells it. */
  blockedShare?: number
  /** So many others delete their accounts. */
  deactivated?: number
  /** false: they pressed START long ago, the bot is not told now. */
  press?: boolean
  firstId?: number
  /** Default: two minutes. */
  timeoutMs?: number
}

export interface CrowdStatus {
  size: number
  started: number
  delivered: number
  answered: number
  blocked: number
  deactivated: number
  working: boolean
}

export interface Crowd extends CrowdStatus {
  ids: number[]
  /** The person with this number, from 0 on. */
  person(number: number): Person
}

/** The simulated Telegram as a test uses it. */
export interface Telegram {
  readonly url: string
  person(language?: string): Promise<Person>
  /** The administrator 9001. */
  admin(): Person
  /** So many people press START; resolves when the bot has answered all, and those who leave have left. */
  crowd(count: number, options?: CrowdOptions): Promise<Crowd>
  crowdStatus(): Promise<CrowdStatus>
  /** How many people of the crowd got how many messages of the bot. */
  received(): Promise<Record<string, number>>
  /** Everybody counts as silent from now on: whatever is sent next is judged as bulk. */
  everybodyFallsSilent(): Promise<void>
  messagesOf(chatId: number): Promise<Message[]>
  fault(fault: NewFault): Promise<void>
  clearFaults(): Promise<void>
  violations(): Promise<unknown[]>
  stats(): Promise<Stats>
  clearStats(): Promise<void>
  /** The last 2000 calls of all methods, those of this one, newest first. */
  calls(method: string): Promise<Call[]>
  webhookRegistered(): Promise<void>
  state(): Promise<{ bot: { commands: { command: string }[] }; webhook: { url: string; pending: number } }>
}

const ADMIN_ID = 9001

export function createTelegram(url: string): Telegram {
  const client = createSimulatorClient(url)
  const { get, send } = client
  const command = async (method: 'POST' | 'DELETE', path: string, body?: object): Promise<void> => {
    await send(method, path, body)
  }
  const state: Telegram['state'] = () => get('/sim/state')
  return {
    url,
    async person(languageCode = 'uk') {
      const { id } = await send<{ id: number }>('POST', '/sim/users', { firstName: 'Test', languageCode })
      return createPerson(id, client)
    },
    admin: () => createPerson(ADMIN_ID, client),
    crowd: (count, options = {}) => makeCrowd(client, count, options),
    crowdStatus: () => get('/sim/crowd'),
    received: () => get('/sim/crowd/received'),
    everybodyFallsSilent: () => command('POST', '/sim/quiet'),
    messagesOf: (chatId) => get(`/sim/chats/${chatId}/messages`),
    fault: (fault) => command('POST', '/sim/faults', fault),
    clearFaults: () => command('DELETE', '/sim/faults'),
    violations: () => get('/sim/violations'),
    stats: () => get('/sim/stats'),
    clearStats: () => command('DELETE', '/sim/stats'),
    calls: (method) => get(`/sim/calls?limit=2000&method=${method}`),
    async webhookRegistered() {
      const registered = async (): Promise<boolean> => (await state()).webhook.url !== ''
      await waitFor(registered, { what: 'ingress to register its webhook', timeoutMs: 30_000 })
    },
    state,
  }
}

async function makeCrowd(client: SimulatorClient, count: number, options: CrowdOptions): Promise<Crowd> {
  const { timeoutMs = 120_000, ...wanted } = options
  const { firstId } = await client.send<{ firstId: number }>('POST', '/sim/crowd', { count, ...wanted })
  const ready = async (): Promise<CrowdStatus> => {
    const status = await client.get<CrowdStatus>('/sim/crowd')
    if (!status.working) return status
    throw new Error(`so far: ${JSON.stringify(status)}`)
  }
  const what = `a crowd of ${count} to press START and be answered`
  const status = await waitFor(ready, { what, timeoutMs })
  const ids = Array.from({ length: count }, (_, number) => firstId + number)
  return { ...status, ids, person: (number) => createPerson(firstId + number, client) }
}
