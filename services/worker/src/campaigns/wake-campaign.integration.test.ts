import type { ChunkPayload } from '@abitly/queue'
import { createTestDatabase, fixedClock, queryOnce } from '@abitly/testing'
import { describe, expect, it } from 'vitest'
import { CHUNK_SIZE } from './chunk-range.ts'
import { START, useScene } from './testing/use-scene.ts'
import { createWaker } from './wake-campaign.ts'

const scene = useScene({ createTestDatabase, queryOnce })
const clock = fixedClock(START)

/** @returns the numbers of the chunks that were enqueued */
async function wake(campaignId: string): Promise<number[]> {
  const chunks: ChunkPayload[] = []
  const enqueue = async (_job: unknown, payload: unknown): Promise<void> => {
    chunks.push(payload as ChunkPayload)
  }
  await createWaker({ database: scene.database, producer: { enqueue }, clock })(
    { campaignId },
    { signal: new AbortController().signal },
  )
  for (const { after, upto } of chunks) expect(upto - after).toBe(CHUNK_SIZE)
  return chunks.map(({ after }) => (after + 1) / CHUNK_SIZE)
}

/** A running campaign of so many whole chunks. */
const ofChunks = async (count: number) => await scene.running(await scene.students(count * CHUNK_SIZE))

const set = (campaignId: string, change: string, where: string): Promise<number> =>
  scene.sql(`UPDATE {schema}.deliveries SET ${change} WHERE campaign_id = $1 AND ${where}`, [campaignId])

describe('waking a campaign', () => {
  it('enqueues its first chunks, few at a time', async () => {
    const { id } = await ofChunks(6)
    expect(await wake(id)).toEqual([0, 1, 2, 3])
  })

  it('goes on behind chunks that are done', async () => {
    const { id } = await ofChunks(6)
    await set(id, `state = 'sent'`, `position < ${3 * CHUNK_SIZE}`)
    expect(await wake(id)).toEqual([3, 4, 5])
  })

  it('is not held back by stragglers, and does not forget them', async () => {
    const { id } = await ofChunks(6)
    await set(id, `state = 'sent'`, `position < ${2 * CHUNK_SIZE} AND position % ${CHUNK_SIZE} > 3`)
    expect(await wake(id)).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('leaves chunks alone whose recipients wait for a moment to come', async () => {
    const { id } = await ofChunks(6)
    const due = new Date(START.getTime() + 60_000).toISOString()
    await set(id, `due_at = '${due}'`, `position < ${2 * CHUNK_SIZE}`)
    expect(await wake(id)).toEqual([2, 3, 4, 5])
  })

  it('does nothing while it does not run', async () => {
    const { id } = await ofChunks(1)
    const pause = { reason: 'admin', by: 1n, until: null, now: START } as const
    await scene.database.repositories.campaigns.pause(id, pause)
    expect(await wake(id)).toEqual([])
  })
})
