import { createTestDatabase } from '@abitly/testing'
import { describe, expect, it } from 'vitest'
import { NOON, sighting, useDatabase } from './testing/use-database.ts'

const db = useDatabase(createTestDatabase)

describe('dialogues', () => {
  it('keeps one per chat, whose revision grows with every save', async () => {
    const { dialogues, students } = db.database.repositories
    await students.touch(sighting(1n))
    expect(await dialogues.find(1n)).toBeNull()
    expect(await dialogues.save(1n, { name: 'grades', state: { year: 2025, at: ['ukr'] }, now: NOON })).toBe(
      1,
    )
    expect(await dialogues.save(1n, { name: 'grades', state: { year: 2026 }, now: NOON })).toBe(2)
    expect(await dialogues.find(1n)).toEqual({
      name: 'grades',
      state: { year: 2026 },
      revision: 2,
      messageId: null,
    })
  })

  it('never gives a revision twice, so that a keyboard of an ended dialogue stays recognisable', async () => {
    const { dialogues, students } = db.database.repositories
    await students.touch(sighting(2n))
    await dialogues.save(2n, { name: 'grades', state: 1, now: NOON })
    await dialogues.remove(2n)
    expect(await dialogues.find(2n)).toBeNull()
    expect(await dialogues.save(2n, { name: 'grades', state: 2, now: NOON })).toBe(2)
  })

  it('remembers the message of the current revision only', async () => {
    const { dialogues, students } = db.database.repositories
    await students.touch(sighting(3n))
    await dialogues.save(3n, { name: 'grades', state: null, now: NOON })
    await dialogues.rememberMessage(3n, 1, 50)
    await dialogues.rememberMessage(3n, 0, 51)
    expect(await dialogues.find(3n)).toMatchObject({ messageId: 50 })
    await dialogues.save(3n, { name: 'grades', state: null, now: NOON })
    expect(await dialogues.find(3n)).toMatchObject({ messageId: 50, revision: 2 })
    await dialogues.save(3n, { name: 'another', state: null, now: NOON })
    expect(await dialogues.find(3n)).toMatchObject({ messageId: null, revision: 3 })
  })

  it('does not bring an ended dialogue back when its message arrives late', async () => {
    const { dialogues, students } = db.database.repositories
    await students.touch(sighting(4n))
    await dialogues.save(4n, { name: 'grades', state: null, now: NOON })
    await dialogues.remove(4n)
    await dialogues.rememberMessage(4n, 1, 50)
    expect(await dialogues.find(4n)).toBeNull()
  })
})
