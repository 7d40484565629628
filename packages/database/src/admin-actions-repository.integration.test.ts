import { createTestDatabase } from '@abitly/testing'
import { expect, it } from 'vitest'
import { later } from './testing/campaigns.ts'
import { NOON, useDatabase } from './testing/use-database.ts'

const db = useDatabase(createTestDatabase)

it('adminActions tells who did what, newest first', async () => {
  const { adminActions } = db.database.repositories
  await adminActions.record({ adminId: 7n, action: 'campaign.pause', details: { number: 42 }, now: NOON })
  await adminActions.record({ adminId: 8n, action: 'sending.stop', now: later(1) })
  const newest = { adminId: 8n, action: 'sending.stop', details: null, at: later(1) }
  expect(await adminActions.recent(10)).toEqual([
    newest,
    { adminId: 7n, action: 'campaign.pause', details: { number: 42 }, at: NOON },
  ])
  expect(await adminActions.recent(1)).toEqual([newest])
})
