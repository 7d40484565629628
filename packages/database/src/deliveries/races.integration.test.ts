import { createTestDatabase } from '@abitly/testing'
import { describe, expect, it } from 'vitest'
import type { Random } from '../catalogue/random.ts'
import { pick, seededRandom } from '../catalogue/random.ts'
import type { Repositories } from '../repositories.ts'
import { addStudents, later, runningCampaign, system } from '../testing/campaigns.ts'
import { NOON, useDatabase } from '../testing/use-database.ts'

const db = useDatabase(createTestDatabase)
const SIZE = 40
const ACTORS = 4
const STEPS = 60

/** What one claim has told its holder, until it is recorded. */
interface Held {
  position: number
  attempt: number
}

/** Everything that happens to a campaign while it runs, at random. */
class Actor {
  private readonly held: Held[] = []
  private readonly random: Random
  private readonly id: string
  private readonly sent: Map<number, number>

  constructor(seed: string, id: string, sent: Map<number, number>) {
    this.random = seededRandom(seed)
    this.id = id
    this.sent = sent
  }

  async step({ campaigns, deliveries, sendingSwitch }: Repositories): Promise<void> {
    const { id } = this
    const dice = this.random()
    if (dice < 0.45) await this.claim(deliveries)
    else if (dice < 0.8) await this.record(deliveries)
    else if (dice < 0.84) await deliveries.expireClaims(later(1), NOON)
    else if (dice < 0.88) await campaigns.finish(id, NOON)
    else if (dice < 0.91) await campaigns.reopen(id, system())
    else if (dice < 0.94) await campaigns.pause(id, { ...system(), reason: 'admin', until: null })
    else if (dice < 0.97) await campaigns.resumeDue(NOON)
    else if (dice < 0.98) await sendingSwitch.stop(7n, NOON)
    else await sendingSwitch.resume()
    if (dice > 0.9) await campaigns.resume(id, system())
  }

  private async claim(deliveries: Repositories['deliveries']): Promise<void> {
    const position = Math.floor(this.random() * SIZE)
    const claim = await deliveries.claim(this.id, position, NOON)
    if (claim.kind === 'claimed') this.held.push({ position, attempt: claim.attempt })
  }

  private async record(deliveries: Repositories['deliveries']): Promise<void> {
    const held = this.held.shift()
    if (held === undefined) return
    const state = pick(this.random, ['sent', 'sent', 'pending', 'failed', 'unknown'] as const)
    const refund = state === 'pending' && this.random() < 0.5
    const { position, attempt } = held
    const recorded = await deliveries.record(this.id, position, attempt, { state, refund }, NOON)
    if (recorded && state === 'sent') this.sent.set(position, (this.sent.get(position) ?? 0) + 1)
  }
}

/** Every moment a reader may look: states, size and the campaign's own word, in one statement. */
async function look(id: string): Promise<{ rows: number; size: number; open: number; state: string }> {
  const [seen] = await db.sql<{ rows: number; size: number; open: number; state: string }>(
    `SELECT c.size, c.state, count(*)::integer AS rows,
            (count(*) FILTER (WHERE d.state IN ('pending', 'sending')))::integer AS open
       FROM campaigns c JOIN deliveries d ON d.campaign_id = c.id WHERE c.id = $1 GROUP BY c.id`,
    [id],
  )
  return seen ?? { rows: 0, size: 0, open: 0, state: '' }
}

describe.each(['spruce', 'maple', 'willow', 'linden'])('a campaign among many callers (%s)', (seed) => {
  it('adds up at every moment, finishes only when nothing is left and sends nobody twice', async () => {
    const first = 1 + SIZE * ['spruce', 'maple', 'willow', 'linden'].indexOf(seed)
    const resendUnknown = seed === 'willow' || seed === 'linden'
    const id = await runningCampaign(db, await addStudents(db, first, SIZE), { resendUnknown })
    const { campaigns, deliveries, sendingSwitch } = db.database.repositories
    const sent = new Map<number, number>()
    const act = async (_: unknown, index: number): Promise<void> => {
      const actor = new Actor(`${seed}-${index}`, id, sent)
      for (let step = 0; step < STEPS; step++) {
        await actor.step(db.database.repositories)
        const seen = await look(id)
        expect(seen).toMatchObject({ rows: SIZE, size: SIZE })
        if (seen.state === 'finished') expect(seen.open).toBe(0)
        const tally = Object.values(await deliveries.tally(id))
        expect(tally.reduce((left, right) => left + right)).toBe(SIZE)
      }
    }
    await Promise.all(Array.from({ length: ACTORS }, act))
    expect([...sent.values()].filter((times) => times > 1)).toEqual([])
    expect((await deliveries.tally(id)).sent).toBe(sent.size)

    await sendingSwitch.resume()
    await campaigns.cancel(id, system())
    await deliveries.expireClaims(later(1), NOON)
    await deliveries.skipPending(id, 'cancelled', SIZE, NOON)
    const { state } = await look(id)
    expect(state === 'finished' || (await campaigns.settle(id, NOON))).toBe(true)
    expect(await look(id)).toMatchObject({ rows: SIZE, open: 0 })
  })
})

describe('a cancel among claims', () => {
  it('settles with every row accounted for', async () => {
    const count = 60
    const id = await runningCampaign(db, await addStudents(db, 10_001, count))
    const { campaigns, deliveries } = db.database.repositories
    const send = async (position: number): Promise<void> => {
      const claim = await deliveries.claim(id, position, NOON)
      if (claim.kind !== 'claimed') return
      const state = position % 3 === 0 ? 'pending' : 'sent'
      expect(await deliveries.record(id, position, claim.attempt, { state }, NOON)).toBe(true)
    }
    const skip = async (): Promise<void> => {
      while ((await deliveries.skipPending(id, 'cancelled', 7, NOON)) === 7);
    }
    const sending = Array.from({ length: count }, (_, position) => send(position))
    await campaigns.cancel(id, system())
    await Promise.all([...sending, skip(), skip()])
    await skip() // those that were locked in passing
    const { sent, skipped } = await deliveries.tally(id)
    expect(sent + skipped).toBe(count)
    expect(await campaigns.settle(id, NOON)).toBe(true)
  })
})
