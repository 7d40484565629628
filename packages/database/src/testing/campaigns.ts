import type { AudienceFilter } from '../audiences/audience-filter.ts'
import type { CampaignDraft, CampaignState } from '../campaigns/campaign.ts'
import type { DatabaseFixture } from './use-database.ts'
import { NOON } from './use-database.ts'

/** A draft of a broadcast. */
export const DRAFT: CampaignDraft = {
  kind: 'broadcast',
  content: { kind: 'text', text: 'Hello' },
  audience: null,
  createdBy: 7n,
  now: NOON,
}

/** Who changes campaigns in tests. */
export const ADMIN = { by: 7n, now: NOON }

export const STATES: CampaignState[] = [
  'draft',
  'scheduled',
  'planning',
  'running',
  'paused',
  'finished',
  'cancelled',
]

/** The filter that meets everybody. */
export const EVERYBODY: AudienceFilter = {
  base: 'all',
  testChatIds: [],
  regionIds: [],
  universityIds: [],
  specialityCodes: [],
  language: null,
  activeWithinDays: null,
}

/** The system, at noon and some milliseconds. */
export function system(afterMs = 0): { by: null; now: Date } {
  return { by: null, now: later(afterMs) }
}

/** Noon and some milliseconds. */
export function later(ms: number): Date {
  return new Date(NOON.getTime() + ms)
}

/** Adds students with the chat ids `first`, `first + 1`…; returns the ids. */
export async function addStudents(db: DatabaseFixture, first: number, count: number): Promise<bigint[]> {
  await db.sql(
    `INSERT INTO telegram_users (telegram_chat_id, telegram_user_id, first_name, last_interacted_at)
     SELECT id, id, 'Olha', $3 FROM generate_series($1::bigint, $1::bigint + $2::bigint - 1) id`,
    [first, count, NOON],
  )
  return Array.from({ length: count }, (_, index) => BigInt(first + index))
}

/** A running campaign to these chats, in their order; returns its id. */
export async function runningCampaign(
  db: DatabaseFixture,
  chatIds: readonly bigint[],
  changes: Partial<CampaignDraft> = {},
): Promise<string> {
  const { campaigns, deliveries } = db.database.repositories
  const { id } = await campaigns.create({ ...DRAFT, ...changes })
  await campaigns.start(id, system())
  const recipients = chatIds.map((chatId) => ({ chatId }))
  await deliveries.planRecipients(id, { from: null, upto: chatIds.at(-1) ?? 0n, recipients })
  await campaigns.endPlanning(id, NOON)
  return id
}

/** How many connections wait for a lock that another one holds. */
export async function waitingForLocks(db: DatabaseFixture): Promise<number> {
  const [row] = await db.sql<{ count: number }>(
    `SELECT count(*)::integer AS count FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  )
  return row?.count ?? 0
}

/** A campaign that is being planned; returns its id. */
export async function planningCampaign(db: DatabaseFixture): Promise<string> {
  const { campaigns } = db.database.repositories
  const { id } = await campaigns.create(DRAFT)
  await campaigns.start(id, system())
  return id
}

/** What is planned, by position. */
export function plannedRows(db: DatabaseFixture, id: string): Promise<{ position: number; chat: number }[]> {
  return db.sql(
    'SELECT position, telegram_chat_id::integer AS chat FROM deliveries WHERE campaign_id = $1 ORDER BY position',
    [id],
  )
}

/** Positions 0, 1, 2… with these chats. */
export function dense(chats: number[]): { position: number; chat: number }[] {
  return chats.map((chat, position) => ({ position, chat }))
}

/** A campaign without recipients in that state. */
export async function campaignIn(db: DatabaseFixture, state: CampaignState): Promise<string> {
  const { campaigns } = db.database.repositories
  const { id } = await campaigns.create(DRAFT)
  if (state === 'draft') return id
  if (state === 'scheduled') await campaigns.schedule(id, { ...ADMIN, startsAt: later(1_000_000_000) })
  else await campaigns.start(id, ADMIN)
  // With a recipient on paper it does not finish at the end of its planning.
  if (state === 'running' || state === 'paused')
    await db.sql('UPDATE campaigns SET size = 1 WHERE id = $1', [id])
  if (!['scheduled', 'planning', 'cancelled'].includes(state)) await campaigns.endPlanning(id, NOON)
  if (state === 'paused') await campaigns.pause(id, { ...ADMIN, reason: 'admin', until: null })
  if (state === 'cancelled') await campaigns.cancel(id, ADMIN)
  const made = await stateOf(db, id)
  if (made !== state) throw new Error(`The campaign is ${made} and was meant to be ${state}`)
  return id
}

export async function stateOf(db: DatabaseFixture, id: string): Promise<CampaignState | undefined> {
  return (await db.database.repositories.campaigns.find(id))?.state
}
