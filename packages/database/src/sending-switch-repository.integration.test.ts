import { createTestDatabase } from '@abitly/testing'
import { describe, expect, it } from 'vitest'
import { later } from './testing/campaigns.ts'
import { NOON, useDatabase } from './testing/use-database.ts'

const db = useDatabase(createTestDatabase)

describe('sendingSwitch', () => {
  it('is turned by the first of two, and remembers who it was', async () => {
    const { sendingSwitch } = db.database.repositories
    expect(await sendingSwitch.state()).toBeNull()
    expect(await sendingSwitch.stop(7n, NOON)).toBe(true)
    expect(await sendingSwitch.stop(8n, later(1))).toBe(false)
    expect(await sendingSwitch.state()).toEqual({ by: 7n, at: NOON })
    const resumed = await Promise.all([sendingSwitch.resume(), sendingSwitch.resume()])
    expect(resumed.filter(Boolean)).toHaveLength(1)
    expect(await sendingSwitch.state()).toBeNull()
  })

  it('is turned by one of five at once', async () => {
    const { sendingSwitch } = db.database.repositories
    const stopped = await Promise.all([1n, 2n, 3n, 4n, 5n].map((admin) => sendingSwitch.stop(admin, NOON)))
    expect(stopped.filter(Boolean)).toHaveLength(1)
  })

  it('has one row at most', async () => {
    const second = db.sql('INSERT INTO sending_switch VALUES (2, 7, now())')
    await expect(second).rejects.toThrow('sending_switch_id_check')
  })
})
