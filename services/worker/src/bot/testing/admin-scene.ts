import type { Campaign } from '@abitly/database'
import type { Scene } from '../../campaigns/testing/use-scene.ts'
import { testChat } from './test-chat.ts'
import type { TestChat, TestChatOptions } from './test-chat.ts'

/** User ids of the admins of these tests. */
export const ADMINS = [700_000_901, 700_000_902, 700_000_903] as const
/** What they are called, in that order. */
export const ADMIN_NAMES = ['Ірина', 'Андрій', 'Олена'] as const

/** Far enough apart for every message of one chat. */
const MESSAGES = 1000
let chats = 0

/** Somebody in front of the bot on the database of a scene; every update runs in a transaction of its own. */
export function chatOn(
  { database }: Scene,
  userId: number,
  options: Pick<TestChatOptions, 'transaction' | 'languageCode'> = {},
): TestChat {
  chats += 1
  const lastMessageId = chats * MESSAGES
  return testChat({
    ...{ firstName: ADMIN_NAMES[ADMINS.findIndex((id) => id === userId)] ?? 'Олена' },
    ...{ userId, lastMessageId, adminIds: ADMINS, repos: database.repositories },
    transaction: (work) => database.transaction(work),
    ...options,
  })
}

/** Regions 1 to 3 and 40 universities, the last of which has a name that breaks what is careless. */
export async function addChoices(scene: Scene): Promise<void> {
  await scene.sql(`INSERT INTO {schema}.regions (id, edbo_code, osvita_id, name_uk, name_en)
    SELECT id, id::text, id, (ARRAY['Київ', 'Львівська область', 'Одеська область'])[id],
           (ARRAY['Kyiv', 'Lviv', 'Odesa'])[id]
      FROM generate_series(1, 3) id`)
  await scene.sql(`INSERT INTO {schema}.universities (id, region_id, name_uk, short_uk)
    SELECT id, 1 + id % 3, 'Університет № ' || id, 'У' || lpad(id::text, 2, '0') FROM generate_series(1, 39) id`)
  await scene.sql(`INSERT INTO {schema}.universities (id, region_id, name_uk, short_uk)
    VALUES (9000040, 2, 'Політехніка <b>&', 'Дуже довга назва <b>& політехніки')`)
  await scene.sql(`INSERT INTO {schema}.specialities (code, name_uk)
    SELECT 'F' || id, 'Спеціальність ' || id FROM generate_series(1, 12) id`)
}

/** Makes these people hear of open days in a region. */
export async function wantRegion(scene: Scene, chats: readonly bigint[], regionId: number): Promise<void> {
  await scene.sql(
    `INSERT INTO {schema}.telegram_user_filter_regions (telegram_chat_id, region_id)
     SELECT chat, $2 FROM unnest($1::bigint[]) chat`,
    [chats, regionId],
  )
}

/**
 * Two admins and ten students: one has notifications off, one cannot be reached; both and two others want region 2.
 * A broadcast to everybody reaches ten.
 */
export async function addAudience(scene: Scene): Promise<void> {
  const [muted, blocked, ...others] = await scene.students(10)
  if (muted === undefined || blocked === undefined) throw new Error('There are no students')
  await addChoices(scene)
  await wantRegion(scene, [muted, blocked, ...others.slice(0, 2)], 2)
  const { students } = scene.database.repositories
  await students.setNotifications(muted, false)
  await students.markUnreachable(blocked, 'blocked', new Date())
  for (const id of ADMINS.slice(0, 2)) await chatOn(scene, id).say('/help')
}

/** Leads a broadcast to everybody as far as the question for the time. */
export async function toTime(chat: TestChat): Promise<void> {
  await chat.say('/broadcast')
  await chat.say('Вітаємо!')
  await chat.press('Далі без кнопок')
  await chat.press('Далі: 10')
  await chat.press('Далі')
}

/** The newest campaign of all, drafts included. */
export async function newestCampaign({ database }: Scene, createdBy: number): Promise<Campaign> {
  let newest: Campaign | null = null
  for (let number = 1; ; number += 1) {
    const campaign = await database.repositories.campaigns.findByNumber(number)
    if (campaign === null) break
    if (campaign.createdBy === BigInt(createdBy)) newest = campaign
  }
  if (newest === null) throw new Error(`Admin ${createdBy} has made no campaign`)
  return newest
}
