import type { Campaign, CampaignState, Database, DeliveryState, ReportRow } from '@abitly/database'
import { waitFor } from '@abitly/testing'
import type { Telegram } from '../../support/telegram.ts'

/** A campaign that was started, and what its rows and the phones of its people say. */
export interface RunningCampaign {
  readonly id: string
  find(): Promise<Campaign>
  tally(): Promise<Record<DeliveryState, number>>
  /** Resolves when so many recipients (or more) have been sent to. */
  hasSent(count: number): Promise<void>
  /** Resolves when it is in that state; `each`: done before each look. */
  is(state: CampaignState, options?: { timeoutMs?: number; each?: () => Promise<unknown> }): Promise<Campaign>
  /** Resolves when it is over and nothing of it is in flight; `each`: done before each look. */
  isSettled(each?: () => Promise<unknown>): Promise<void>
  /** How many recipients were claimed after that moment. */
  claimedSince(moment: Date): Promise<number>
  rows(): Promise<ReportRow[]>
  /** How many of its messages arrived, by chat. */
  arrivals(): Promise<Map<number, number>>
  /** Everything in which rows, audience and phones disagree, one line each. */
  contradictions(): Promise<string[]>
}

interface Parts {
  id: string
  /** Its text, which no other campaign has. */
  text: string
  chatIds: readonly number[]
  database: Database
  telegram: Telegram
  query: <T>(sql: string, values: unknown[]) => Promise<T[]>
}

const PAGE = 1_000
const REQUESTS_AT_ONCE = 50

export function createRunningCampaign(parts: Parts): RunningCampaign {
  const { id, chatIds, database, query } = parts
  const { campaigns, deliveries } = database.repositories
  const find = async (): Promise<Campaign> => {
    const campaign = await campaigns.find(id)
    if (campaign === null) throw new Error(`There is no campaign ${id}`)
    return campaign
  }
  const tally = (): Promise<Record<DeliveryState, number>> => deliveries.tally(id)
  const rows = (): Promise<ReportRow[]> => readRows(parts)
  const arrivals = (): Promise<Map<number, number>> => countArrivals(parts)
  return {
    id,
    find,
    tally,
    rows,
    arrivals,
    async hasSent(count) {
      const enough = async (): Promise<true> => {
        const counts = await tally()
        if (counts.sent >= count) return true
        throw new Error(`so far: ${JSON.stringify(counts)}`)
      }
      await waitFor(enough, { what: `a campaign to reach ${count} people`, timeoutMs: 60_000 })
    },
    async is(state, { timeoutMs = 60_000, each } = {}) {
      const reached = async (): Promise<Campaign> => {
        await each?.()
        const campaign = await find()
        if (campaign.state === state) return campaign
        throw new Error(`it is ${campaign.state}: ${JSON.stringify(await tally())}`)
      }
      return await waitFor(reached, { what: `a campaign to be ${state}`, timeoutMs, intervalMs: 100 })
    },
    async isSettled(each) {
      const settled = async (): Promise<boolean> => {
        await each?.()
        return (await find()).finishedAt !== null
      }
      await waitFor(settled, { what: 'a campaign to settle', timeoutMs: 30_000, intervalMs: 100 })
    },
    async claimedSince(moment) {
      const claimed = 'SELECT 1 FROM deliveries WHERE campaign_id = $1 AND claimed_at > $2'
      return (await query(claimed, [id, moment])).length
    },
    async contradictions() {
      const [campaign, all, arrived, counts] = await Promise.all([find(), rows(), arrivals(), tally()])
      const sum = Object.values(counts).reduce((total, count) => total + count, 0)
      return [
        ...(campaign.size === chatIds.length ? [] : [`size ${campaign.size} of ${chatIds.length}`]),
        ...(sum === chatIds.length ? [] : [`the states sum up to ${sum}`]),
        ...compareAudience(chatIds, all),
        ...all.flatMap((row) => compareRow(row, arrived.get(Number(row.chatId)) ?? 0, campaign)),
      ]
    },
  }
}

async function readRows({ id, database }: Parts): Promise<ReportRow[]> {
  const rows: ReportRow[] = []
  for (;;) {
    const page = await database.repositories.deliveries.report(id, rows.at(-1)?.position ?? -1, PAGE)
    rows.push(...page)
    if (page.length < PAGE) return rows
  }
}

async function countArrivals({ chatIds, telegram, text }: Parts): Promise<Map<number, number>> {
  const counts = new Map<number, number>()
  for (let first = 0; first < chatIds.length; first += REQUESTS_AT_ONCE) {
    const some = chatIds.slice(first, first + REQUESTS_AT_ONCE)
    await Promise.all(
      some.map(async (chatId) => {
        const messages = await telegram.messagesOf(chatId)
        // A chat that Telegram does not know has no list.
        const own = Array.isArray(messages) ? messages.filter((message) => message.text === text) : []
        counts.set(chatId, own.length)
      }),
    )
  }
  return counts
}

function compareAudience(chatIds: readonly number[], rows: readonly ReportRow[]): string[] {
  const written = new Set(rows.map(({ chatId }) => Number(chatId)))
  const twice = rows.length - written.size
  return [
    ...(twice === 0 ? [] : [`${twice} recipients have more than one row`]),
    ...chatIds.filter((chatId) => !written.has(chatId)).map((chatId) => `chat ${chatId} has no row`),
  ]
}

/** What a row of this state allows to have arrived. */
function compareRow(row: ReportRow, arrived: number, { resendUnknown }: Campaign): string[] {
  const { chatId, state, attempts } = row
  const [least, most] = {
    pending: [0, 0],
    sending: [0, 1],
    sent: [1, 1],
    unknown: [0, 1],
    blocked: [0, 0],
    failed: [0, 0],
    skipped: [0, 0],
  }[state] as [number, number]
  // Only where the policy says so, a message in doubt goes out once more.
  const allowed = resendUnknown ? Math.max(most, attempts) : most
  if (arrived >= least && arrived <= allowed) return []
  return [`chat ${chatId} got ${arrived}, its row says ${state} after ${attempts} attempts`]
}
