import { createDatabase } from '@abitly/database'
import type { AudienceFilter, Campaign, CampaignKind, Database } from '@abitly/database'
import { createLogger } from '@abitly/runtime'
import type { Counter } from '@abitly/runtime'
import { afterAll, beforeAll } from 'vitest'
import { createI18n } from '@abitly/text'

/** `createTestDatabase` and `queryOnce` of the testing package, which only test files may import. */
export interface TestServers {
  createTestDatabase: () => Promise<{ url: string; schema: string; drop: () => Promise<void> }>
  queryOnce: (url: string, sql: string, values?: readonly unknown[]) => Promise<number>
}

/** A database of the test file's own, with students and campaigns. */
export interface Scene {
  readonly database: Database
  /** Runs one statement; `{schema}` stands for the schema. */
  sql(text: string, values?: readonly unknown[]): Promise<number>
  /** Adds students who can be written to; returns their chat ids, which nobody else has. */
  students(count: number): Promise<bigint[]>
  /** A campaign that has been started; its audience is these chats. */
  planning(chats: readonly bigint[], draft?: SceneDraft): Promise<Campaign>
  /** The same, with everybody planned. */
  running(chats: readonly bigint[], draft?: SceneDraft): Promise<Campaign>
  /** As it is now. */
  found(campaign: { id: string }): Promise<Campaign>
  /** The states of its rows, by position. */
  states(campaign: { id: string }): Promise<string[]>
}

export interface SceneDraft {
  kind?: CampaignKind
  content?: unknown
  resendUnknown?: boolean
}

/** When every campaign of a scene begins. */
export const START = new Date('2026-07-24T10:00:00Z')

/** What handlers need besides, and no test looks at. */
export const QUIET = {
  i18n: createI18n(new URL('../../../locales/', import.meta.url)),
  logger: createLogger({ service: 'test', level: 'silent' }),
  ended: { inc: () => undefined } as unknown as Counter<'state'>,
  ...{ maxRetries: 3, retryDelayMs: 1_000 },
}

export function useScene({ createTestDatabase, queryOnce }: TestServers): Scene {
  let open: { database: Database; url: string; schema: string; close: () => Promise<void> } | undefined
  const current = () => {
    if (open === undefined) throw new Error('The database is open while tests run')
    return open
  }
  beforeAll(async () => {
    const files = await createTestDatabase()
    const database = createDatabase({ ...files, ssl: false, poolSize: 10 })
    const close = async (): Promise<void> => {
      await database.close()
      await files.drop()
    }
    open = { database, ...files, close }
  })
  afterAll(async () => open?.close())
  let lastChat = 0
  const sql: Scene['sql'] = (text, values) =>
    queryOnce(current().url, text.replaceAll('{schema}', current().schema), values)
  return {
    get database() {
      return current().database
    },
    sql,
    async students(count) {
      const first = lastChat + 1
      lastChat += count
      await sql(
        `INSERT INTO {schema}.telegram_users (telegram_chat_id, telegram_user_id, last_interacted_at)
         SELECT id, id, now() FROM generate_series($1::bigint, $2::bigint) id`,
        [first, lastChat],
      )
      return Array.from({ length: count }, (_, index) => BigInt(first + index))
    },
    ...campaignsOf(current),
  }
}

function campaignsOf(
  current: () => { database: Database },
): Pick<Scene, 'planning' | 'running' | 'found' | 'states'> {
  const repositories = () => current().database.repositories
  const found: Scene['found'] = async ({ id }) => {
    const campaign = await repositories().campaigns.find(id)
    if (campaign === null) throw new Error('There is no such campaign')
    return campaign
  }
  const planning: Scene['planning'] = async (chats, draft = {}) => {
    const { campaigns } = repositories()
    const content = { kind: 'text', text: 'hello' }
    const audience = audienceOf(chats)
    const begun = { kind: 'broadcast' as const, content, audience, createdBy: null, now: START, ...draft }
    const { id } = await campaigns.create(begun)
    await campaigns.start(id, { by: 1n, now: START })
    return await found({ id })
  }
  return {
    found,
    planning,
    async running(chats, draft) {
      const campaign = await planning(chats, draft)
      const { campaigns, deliveries } = repositories()
      const recipients = chats.map((chatId) => ({ chatId }))
      await deliveries.planRecipients(campaign.id, { from: null, upto: chats.at(-1) ?? 0n, recipients })
      await campaigns.endPlanning(campaign.id, START)
      return await found(campaign)
    },
    async states({ id }) {
      return (await repositories().deliveries.report(id, -1, 10_000)).map(({ state }) => state)
    },
  }
}

function audienceOf(chats: readonly bigint[]): AudienceFilter {
  const any = {
    regionIds: [],
    universityIds: [],
    specialityCodes: [],
    language: null,
    activeWithinDays: null,
  }
  return { base: 'test', testChatIds: chats.map(String), ...any }
}
