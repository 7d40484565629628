import { createTestDatabase } from '@abitly/testing'
import { describe, expect, it } from 'vitest'
import type { CampaignKind } from './campaigns/campaign.ts'
import { DEFAULT_NOTIFICATION_SETTINGS } from './notification-settings-repository.ts'
import type { NotificationSettings } from './notification-settings-repository.ts'
import { EVERYBODY, addStudents, planningCampaign, runningCampaign } from './testing/campaigns.ts'
import { NOON, useDatabase } from './testing/use-database.ts'

const db = useDatabase(createTestDatabase)
const DEFAULT = DEFAULT_NOTIFICATION_SETTINGS

describe('notificationSettings', () => {
  it('are the defaults until some are saved, and go with the student', async () => {
    await addStudents(db, 1, 1)
    const { notificationSettings } = db.database.repositories
    expect(await notificationSettings.of(1n)).toEqual(DEFAULT)
    const own = { openDays: false, offerChanges: true, news: false, quiet: { from: 0, until: 0 } }
    await notificationSettings.save(1n, DEFAULT)
    await notificationSettings.save(1n, own)
    expect(await notificationSettings.of(1n)).toEqual(own)
    await db.sql('DELETE FROM telegram_users WHERE telegram_chat_id = 1')
    expect(await db.sql('SELECT FROM notification_settings')).toEqual([])
  })

  it('begin in the database as they do in the code', async () => {
    await addStudents(db, 2, 1)
    await db.sql('INSERT INTO notification_settings (telegram_chat_id) VALUES (2)')
    expect(await db.database.repositories.notificationSettings.of(2n)).toEqual(DEFAULT)
  })
})

describe('deliveries.claim', () => {
  let nextChat = 100

  it.each<[CampaignKind, NotificationSettings, boolean]>([
    ['reminder', off('openDays'), false],
    ['reminder', { ...off('news'), offerChanges: false }, true],
    ['open-day-update', off('openDays'), false],
    ['open-day-update', { ...off('news'), offerChanges: false }, true],
    ['digest', off('offerChanges'), false],
    ['digest', { ...off('news'), openDays: false }, true],
    ['broadcast', off('news'), false],
    ['broadcast', { ...off('openDays'), offerChanges: false }, true],
  ])('of a %s with %j: %s', async (kind, settings, isClaimed) => {
    const [chatId = 0n] = await addStudents(db, nextChat++, 1)
    const { deliveries, notificationSettings } = db.database.repositories
    const id = await runningCampaign(db, [chatId], { kind })
    await notificationSettings.save(chatId, settings)
    const claim = await deliveries.claim(id, 0, NOON)
    expect(claim.kind).toBe(isClaimed ? 'claimed' : 'skipped')
    const [row] = await db.sql('SELECT state, error FROM deliveries WHERE campaign_id = $1', [id])
    expect(row).toEqual(isClaimed ? { state: 'sending', error: null } : { state: 'skipped', error: 'muted' })
  })
})

describe('deliveries.due', () => {
  it('tells when each recipient wants no sound', async () => {
    const [own = 0n, other = 0n] = await addStudents(db, 200, 2)
    const { deliveries, notificationSettings } = db.database.repositories
    await notificationSettings.save(own, { ...DEFAULT, quiet: { from: 23, until: 7 } })
    const id = await runningCampaign(db, [own, other, 299n])
    const due = await deliveries.due(id, { after: -1, upto: 10 }, NOON, 10)
    expect(due.map(({ quiet }) => quiet)).toEqual([{ from: 23, until: 7 }, DEFAULT.quiet, DEFAULT.quiet])
  })
})

describe('audiences', () => {
  it('leave out, and count as muted, who wants no news', async () => {
    const [muted = 0n, reached = 0n] = await addStudents(db, 300, 2)
    const { audiences, deliveries, notificationSettings } = db.database.repositories
    await notificationSettings.save(muted, off('news'))
    await notificationSettings.save(reached, { ...off('openDays'), offerChanges: false })
    const filter = { ...EVERYBODY, base: 'test' as const, testChatIds: ['300', '301'] }
    expect(await audiences.count(filter, NOON)).toEqual({ recipients: 1, muted: 1, unreachable: 0 })
    const id = await planningCampaign(db)
    expect(await deliveries.planAudience(id, filter, 10, NOON)).toBe(1)
  })

  it('of open-day updates leave out who wants to hear of no open days', async () => {
    const [muted = 0n, reached = 0n] = await addStudents(db, 400, 2)
    const { notificationSettings, openDays } = db.database.repositories
    await db.sql(`INSERT INTO specialities (code, name_uk) VALUES ('F3', 'x')`)
    await db.sql(`INSERT INTO telegram_user_filter_specialities VALUES (400, 'F3'), (401, 'F3')`)
    await notificationSettings.save(muted, off('openDays'))
    await notificationSettings.save(reached, off('news'))
    expect((await openDays.filterHolders(null, 10)).map(({ chatId }) => chatId)).toEqual([reached])
  })
})

function off(kind: 'openDays' | 'offerChanges' | 'news'): NotificationSettings {
  return { ...DEFAULT, [kind]: false }
}
