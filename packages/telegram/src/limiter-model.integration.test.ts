import { closeRedis, createRedis } from '@abitly/runtime'
import { createTestRedis } from '@abitly/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createLimiter } from './limiter.ts'
import type { Limiter, LimiterOptions, SendLane, Slot } from './limiter.ts'
import { LimiterModel } from './testing/limiter-model.ts'
import type { ModelChat } from './testing/limiter-model.ts'
import { withClock } from './testing/redis-stand-ins.ts'

/** Small enough for short histories to reach every limit. */
const OPTIONS: LimiterOptions = {
  bulkPerSecond: 5,
  repliesPerSecond: 4,
  chatIntervalMs: 400,
  groupPerMinute: 40,
}
const WINDOW = 1_030_000
const CHAT_INTERVAL = 412_000
const LATE = 50_000
const LATELY = 5_000_000
const START = 1_000_000_000_000

let server: Awaited<ReturnType<typeof createTestRedis>>
let redis: ReturnType<typeof createRedis>

beforeAll(async () => {
  server = await createTestRedis()
  redis = createRedis({ url: server.url, profile: 'worker', name: 'test' })
  // Thousands of steps, and nothing to keep.
  await redis.config('SET', 'appendonly', 'no')
})
afterAll(async () => {
  await closeRedis(redis)
  await server.stop()
})

/** The limiter and its model, side by side. Every step does the same to both and compares what they say. */
interface World {
  limiter: Limiter
  model: LimiterModel
  clock: { now: number }
  slots: { lane: SendLane; chat: ModelChat; slot: Slot }[]
  /** When something is over or begins: clocks like to stop right before, at and after these. */
  moments: number[]
}
type Step = (world: World) => Promise<void>

const lane = fc.constantFrom<SendLane>('bulk', 'reply')
const chat = fc.constantFrom<ModelChat>(1, 2, 3, 4, 5, 6, -7, -8, null)

const take = fc
  .record({ lane, chat, slots: fc.constantFrom(1, 1, 1, 1, 2, 6) })
  .map(({ lane, chat, slots }): Step => async ({ limiter, model, moments, slots: granted }) => {
    const grant = await limiter.take(lane, chat, slots)
    expect(grant).toEqual(model.take(lane, chat, slots))
    if (!grant.granted) return
    const { slot } = grant
    granted.push({ lane, chat, slot })
    moments.push(slot.at + LATE, slot.at + CHAT_INTERVAL, slot.at + WINDOW)
  })
const check = fc.nat().map((nth): Step => async ({ limiter, model, slots }) => {
  const some = slots[nth % Math.max(1, slots.length)]
  if (some === undefined) return
  const { lane, chat, slot } = some
  expect(await limiter.check(lane, chat, slot)).toEqual(model.check(lane, chat, slot))
})
const refuse = fc
  .record({ lane, chat, ms: fc.integer({ min: 1, max: 3_000 }) })
  .map(({ lane, chat, ms }): Step => async ({ limiter, model, moments }) => {
    expect(await limiter.refuse(lane, chat, ms)).toBe(model.refuse(lane, chat, ms))
    moments.push(model.now + ms * 1_000, model.now + LATELY)
  })
const advance = fc.integer({ min: 0, max: 1_500_000 }).map((us): Step => async ({ model, clock }) => {
  clock.now = model.now += us
})
const advanceTo = fc
  .record({ nth: fc.nat(), off: fc.constantFrom(-1, 0, 1) })
  .map(({ nth, off }): Step => async ({ model, clock, moments }) => {
    const ahead = moments.map((moment) => moment + off).filter((moment) => moment > model.now)
    clock.now = model.now = ahead[nth % Math.max(1, ahead.length)] ?? model.now
  })
const revoke = fc.boolean().map((revoked): Step => async ({ limiter, model }) => {
  await (revoked ? limiter.revoke() : limiter.restore())
  model.setRevoked(revoked)
})
const lose = fc.constant<Step>(async ({ model, clock, slots }) => {
  await redis.flushall()
  model.lose()
  clock.now = model.now
  // What was reserved is over for good, whoever still sleeps for it.
  slots.splice(0, slots.length, ...slots.filter(({ slot }) => slot.at > model.now))
})

const history = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: take },
    { weight: 5, arbitrary: fc.oneof(advance, advanceTo, advanceTo) },
    { weight: 5, arbitrary: check },
    { weight: 1, arbitrary: refuse },
    { weight: 1, arbitrary: fc.oneof(revoke, lose) },
  ),
  { minLength: 10, maxLength: 80 },
)

/** No window of a second and its margin holds more than the cap. */
function expectCap(grants: readonly number[], cap: number): void {
  const sorted = grants.toSorted((a, b) => a - b)
  for (const [index, at] of sorted.entries()) {
    const next = sorted[index + cap]
    if (next !== undefined) expect(next - at).toBeGreaterThanOrEqual(WINDOW)
  }
}

it(
  'does in any history what its model does, never more than the cap in a window',
  { timeout: 60_000 },
  async () => {
    const property = fc.asyncProperty(history, async (steps) => {
      await redis.flushall()
      const clock = { now: START }
      const limiter = createLimiter(withClock(redis, clock), OPTIONS)
      const model = new LimiterModel(OPTIONS, START)
      const world: World = { limiter, model, clock, slots: [], moments: [] }
      for (const step of steps) await step(world)
      expectCap(model.grants.bulk, OPTIONS.bulkPerSecond)
      expectCap(model.grants.reply, OPTIONS.repliesPerSecond)
    })
    await fc.assert(property, { numRuns: 300 })
  },
)
