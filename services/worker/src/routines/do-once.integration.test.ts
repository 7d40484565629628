import { createTestDatabase, queryOnce } from '@abitly/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { START, useScene } from '../campaigns/testing/use-scene.ts'
import { doOnce } from './do-once.ts'

const scene = useScene({ createTestDatabase, queryOnce })
const RUN = { task: 'open-day-reminders', slot: START }
const ledger = () => scene.database.repositories.schedule
const effects = async () => (await scene.database.repositories.adminActions.recent(10)).length

async function once(fails = false): Promise<boolean> {
  return await doOnce(scene.database, RUN, START, async ({ adminActions }) => {
    await adminActions.record({ adminId: 1n, action: 'effect', now: START })
    if (fails) throw new Error('it broke after its effect')
    return { effects: 1 }
  })
}

beforeEach(async () => {
  await scene.sql('TRUNCATE {schema}.admin_actions, {schema}.schedule_runs')
  await ledger().request(RUN, false, START)
  await ledger().begin(RUN.task, START)
})

describe('an effect that cannot be repeated', () => {
  it('happens once, of however many who do its run at once', async () => {
    const done = await Promise.all([once(), once(), once()])
    expect(done.filter(Boolean)).toHaveLength(1)
    expect(await effects()).toBe(1)
    expect(await ledger().find(RUN)).toMatchObject({ state: 'done', counts: { effects: 1 } })
  })

  it('leaves nothing behind when it breaks, and its run open', async () => {
    await expect(once(true)).rejects.toThrow('it broke')
    expect(await effects()).toBe(0)
    expect(await ledger().find(RUN)).toMatchObject({ state: 'running' })
  })
})
