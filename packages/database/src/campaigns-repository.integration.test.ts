import { createTestDatabase } from '@abitly/testing'
import { describe, expect, it } from 'vitest'
import { ADMIN, DRAFT, STATES, addStudents, campaignIn, later, runningCampaign } from './testing/campaigns.ts'
import { NOON, useDatabase } from './testing/use-database.ts'

const db = useDatabase(createTestDatabase)

describe('campaigns.create', () => {
  it('keeps what it is given and numbers drafts upwards', async () => {
    const { campaigns } = db.database.repositories
    const expiresAt = later(60_000)
    const audience = { base: 'all', regionIds: [80] }
    const first = await campaigns.create({ ...DRAFT, audience, resendUnknown: true, expiresAt })
    expect(first).toEqual({
      id: first.id,
      number: first.number,
      kind: 'broadcast',
      state: 'draft',
      content: DRAFT.content,
      audience,
      resendUnknown: true,
      createdBy: 7n,
      createdAt: NOON,
      startsAt: null,
      startedAt: null,
      finishedAt: null,
      expiresAt,
      size: 0,
      plannedAt: null,
      pause: null,
      changedBy: null,
      changedAt: null,
      card: null,
      reportedAt: null,
    })
    const second = await campaigns.create(DRAFT)
    expect(second.number).toBeGreaterThan(first.number)
    expect(second).toMatchObject({ audience: null, resendUnknown: false, expiresAt: null })
    expect(await campaigns.find(first.id)).toEqual(first)
    expect(await campaigns.findByNumber(second.number)).toEqual(second)
    expect(await campaigns.findByNumber(1_000_000)).toBeNull()
  })
})

describe('campaigns.edit', () => {
  it('changes what is given and nothing else', async () => {
    const { campaigns } = db.database.repositories
    const { id } = await campaigns.create({ ...DRAFT, audience: { base: 'all' } })
    expect(await campaigns.edit(id, { content: { kind: 'text', text: 'Bye' } })).toBe(true)
    expect(await campaigns.edit(id, { resendUnknown: true })).toBe(true)
    expect(await campaigns.edit(id, {})).toBe(true)
    const changed = { content: { kind: 'text', text: 'Bye' }, audience: { base: 'all' }, resendUnknown: true }
    expect(await campaigns.find(id)).toMatchObject(changed)
    expect(await campaigns.edit(id, { audience: null })).toBe(true)
    expect(await campaigns.find(id)).toMatchObject({ ...changed, audience: null })
  })

  it('leaves what is no draft any more', async () => {
    const { campaigns } = db.database.repositories
    const id = await campaignIn(db, 'planning')
    expect(await campaigns.edit(id, { content: {} })).toBe(false)
    expect(await campaigns.find(id)).toMatchObject({ content: DRAFT.content })
  })
})

describe('the story of a campaign', () => {
  it('says who changed it last, and when', async () => {
    const { campaigns } = db.database.repositories
    const [chatId = 0n] = await addStudents(db, 1, 1)
    const { id } = await campaigns.create(DRAFT)
    const startsAt = later(1_000)
    await campaigns.schedule(id, { by: 8n, now: later(1), startsAt })
    expect(await campaigns.find(id)).toMatchObject({ startsAt, changedBy: 8n, changedAt: later(1) })
    await campaigns.start(id, { by: 9n, now: later(2) })
    expect(await campaigns.find(id)).toMatchObject({ startedAt: later(2), changedBy: 9n })
    await db.database.repositories.deliveries.planRecipients(id, {
      from: null,
      upto: chatId,
      recipients: [{ chatId }],
    })
    await campaigns.endPlanning(id, later(3))
    expect(await campaigns.find(id)).toMatchObject({
      state: 'running',
      size: 1,
      plannedAt: later(3),
      finishedAt: null,
      changedBy: null,
      changedAt: later(3),
    })
    await campaigns.pause(id, { by: 8n, now: later(4), reason: 'flood', until: later(5) })
    expect(await campaigns.find(id)).toMatchObject({
      pause: { reason: 'flood', by: 8n, at: later(4), until: later(5) },
      changedBy: 8n,
    })
    await campaigns.resume(id, { by: 9n, now: later(6) })
    expect(await campaigns.find(id)).toMatchObject({ state: 'running', pause: null, changedBy: 9n })
    await campaigns.pause(id, { by: 9n, now: later(7), reason: 'admin', until: null })
    await campaigns.cancel(id, { by: 8n, now: later(8) })
    expect(await campaigns.find(id)).toMatchObject({ pause: null, finishedAt: null, changedAt: later(8) })
  })

  it('is finished at the end of a planning that met nobody', async () => {
    const id = await campaignIn(db, 'planning')
    await db.database.repositories.campaigns.endPlanning(id, later(1))
    expect(await db.database.repositories.campaigns.find(id)).toMatchObject({
      state: 'finished',
      plannedAt: later(1),
      finishedAt: later(1),
    })
  })
})

describe('campaigns.list', () => {
  it('pages from the newest number, without drafts', async () => {
    const { campaigns } = db.database.repositories
    const older = await campaigns.find(await campaignIn(db, 'finished'))
    await campaignIn(db, 'draft')
    const newer = await campaigns.find(await campaignIn(db, 'paused'))
    expect(await campaigns.list({ limit: 1, before: null })).toEqual([newer])
    expect(await campaigns.list({ limit: 1, before: newer?.number ?? 0 })).toEqual([older])
    expect(await campaigns.list({ limit: 1, before: 1 })).toEqual([])
  })
})

describe('campaigns.unsettled', () => {
  it('names what somebody has to drive on', async () => {
    const { campaigns } = db.database.repositories
    const before = new Set((await campaigns.unsettled()).map(({ id }) => id))
    const ids: string[] = []
    for (const state of STATES) ids.push(await campaignIn(db, state))
    const found = (await campaigns.unsettled()).filter(({ id }) => !before.has(id))
    expect(found.map(({ state }) => state)).toEqual(['planning', 'running', 'paused', 'cancelled'])
    expect(found.map(({ id }) => id)).toEqual(ids.filter((id) => found.some((one) => one.id === id)))
  })

  it('keeps a cancelled campaign until it has settled', async () => {
    const { campaigns, deliveries } = db.database.repositories
    const id = await runningCampaign(db, await addStudents(db, 300, 2))
    const isUnsettled = async () => (await campaigns.unsettled()).some((one) => one.id === id)
    await deliveries.claim(id, 0, NOON)
    await campaigns.cancel(id, ADMIN)
    expect(await campaigns.settle(id, NOON)).toBe(false)
    await deliveries.skipPending(id, 'cancelled', 10, NOON)
    expect(await campaigns.settle(id, NOON)).toBe(false)
    expect(await isUnsettled()).toBe(true)
    await deliveries.record(id, 0, 1, { state: 'sent' }, NOON)
    const settled = await Promise.all([campaigns.settle(id, later(5)), campaigns.settle(id, later(5))])
    expect(settled.filter(Boolean)).toHaveLength(1)
    expect(await campaigns.find(id)).toMatchObject({ state: 'cancelled', finishedAt: later(5) })
    expect(await isUnsettled()).toBe(false)
  })

  it('leaves the others alone', async () => {
    expect(await db.database.repositories.campaigns.settle(await campaignIn(db, 'running'), NOON)).toBe(false)
  })
})

describe('the card and the report', () => {
  it('are remembered', async () => {
    const { campaigns } = db.database.repositories
    const id = await campaignIn(db, 'running')
    const card = { chatId: 7n, messageId: 40, done: 3, at: later(1) }
    await campaigns.showCard(id, card)
    expect(await campaigns.find(id)).toMatchObject({ card })
    const reported = await Promise.all([campaigns.markReported(id, NOON), campaigns.markReported(id, NOON)])
    expect(reported.filter(Boolean)).toHaveLength(1)
    expect(await campaigns.find(id)).toMatchObject({ reportedAt: NOON })
  })
})

describe('the table of campaigns', () => {
  it.each([
    { change: `kind = 'letter'`, constraint: 'campaigns_kind_check' },
    { change: `state = 'sleeping'`, constraint: 'campaigns_state_check' },
    { change: `state = 'scheduled'`, constraint: 'campaigns_schedule_check' },
    { change: `state = 'paused'`, constraint: 'campaigns_pause_check' },
    {
      change: `state = 'paused', paused_at = now(), pause_reason = 'mood'`,
      constraint: 'campaigns_pause_check',
    },
    { change: 'resume_at = now()', constraint: 'campaigns_pause_check' },
    { change: 'card_done = 1', constraint: 'campaigns_card_check' },
    { change: 'size = -1', constraint: 'campaigns_size_check' },
  ])('refuses $change', async ({ change, constraint }) => {
    const id = await campaignIn(db, 'draft')
    await expect(db.sql(`UPDATE campaigns SET ${change} WHERE id = $1`, [id])).rejects.toThrow(constraint)
  })
})
