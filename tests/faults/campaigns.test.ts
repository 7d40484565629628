import { createDatabase } from '@abitly/database'
import type { CampaignsRepository } from '@abitly/database'
import { waitFor } from '@abitly/testing'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startPlatform } from '../support/platform.ts'
import type { Platform } from '../support/platform.ts'
import {
  allAre,
  bulkSends,
  bulkSentBy,
  killServices,
  killWorker,
  memoryOf,
  reviveFleet,
  slowSends,
} from './support/campaign-fleet.ts'
import { openCampaignRig } from './support/campaign-rig.ts'
import type { CampaignRig } from './support/campaign-rig.ts'

let platform: Platform
let rig: CampaignRig

/** A platform whose pace is bound by what the test lets happen, not by the cap. */
async function open(env: Record<string, string>, simulator: Record<string, string> = {}): Promise<void> {
  platform = await startPlatform({ workers: 2, schedulers: 1, env, simulator })
  rig = await openCampaignRig(platform)
}
async function close(): Promise<void> {
  await rig.close()
  await platform.stop()
}

/** Resolves when nothing that was to stay away may be on its way any more. `since`: Unix milliseconds. */
async function hasPassed(ms: number, since: number): Promise<void> {
  await waitFor(() => Date.now() > since + ms, { what: `${ms} ms to pass`, timeoutMs: ms + 1_000 })
}

describe('a campaign', () => {
  beforeAll(() =>
    open(
      { SEND_RATE_PER_SECOND: '1000', SEND_MAX_CONCURRENCY: '20' },
      { SIMULATOR_BULK_PER_SECOND: '1000', SIMULATOR_CROWD_MESSAGES: '50000' },
    ),
  )
  afterAll(close)
  beforeEach(() => reviveFleet(platform, 2))
  afterEach(async () => {
    await platform.telegram.clearFaults()
    expect(await platform.telegram.violations()).toEqual([])
  })

  it('whose workers die by kill -9, again and again, forgets nobody and is sent to nobody twice', async () => {
    const { ids } = await rig.crowd(1_200)
    await slowSends(platform, 100)
    const campaign = await rig.start(ids)
    for (const sent of [100, 400, 700]) {
      await campaign.hasSent(sent)
      await killWorker(platform)
      await platform.startWorker()
    }
    await rig.ageLostClaims(campaign)
    expect((await campaign.tally()).sending).toBeGreaterThan(0)
    await campaign.is('finished', { each: rig.sweep })
    const { unknown, sent } = await campaign.tally()
    expect(unknown).toBeGreaterThan(0)
    expect(sent).toBe(1_200 - unknown)
    expect(await campaign.contradictions()).toEqual([])

    const { campaigns } = rig.database.repositories
    expect(await campaigns.reopen(campaign.id, { by: 9001n, now: new Date() })).toBe(unknown)
    await rig.wake(campaign.id)
    await campaign.is('finished')
    expect((await campaign.tally()).sent).toBe(1_200)
  })

  it('that resends what is in doubt reaches everybody, and only those in doubt may get it twice', async () => {
    const { ids } = await rig.crowd(300)
    await slowSends(platform, 100)
    const campaign = await rig.start(ids, { resendUnknown: true })
    await campaign.hasSent(50)
    await killServices(platform.workers)
    await reviveFleet(platform, 2)
    await rig.ageLostClaims(campaign)
    const { sending } = await campaign.tally()
    expect(sending).toBeGreaterThan(0)
    await campaign.is('finished', { each: rig.sweep })
    expect(await campaign.contradictions()).toEqual([])
    const rows = await campaign.rows()
    expect(rows.every(({ state }) => state === 'sent')).toBe(true)
    expect(rows.filter(({ attempts }) => attempts > 1)).toHaveLength(sending)
  })

  it('whose workers are stopped properly leaves nobody in doubt', async () => {
    const { ids } = await rig.crowd(300)
    await slowSends(platform, 100)
    const campaign = await rig.start(ids)
    await campaign.hasSent(60)
    await Promise.all(platform.workers.map((worker) => worker.stop()))
    const { sent, pending, sending } = await campaign.tally()
    expect({ left: sent + pending, sending }).toEqual({ left: 300, sending: 0 })
    expect(pending).toBeGreaterThan(0)
    await reviveFleet(platform, 2)
    await campaign.is('finished')
    expect(
      (await campaign.rows()).filter(({ attempts, state }) => attempts !== 1 || state !== 'sent'),
    ).toEqual([])
    expect(await campaign.contradictions()).toEqual([])
  })

  it('that is paused sends nothing more, goes on where it stopped, and tells cancelled recipients apart', async () => {
    const { campaigns } = rig.database.repositories
    const { ids } = await rig.crowd(400)
    await slowSends(platform, 100)
    const campaign = await rig.start(ids)
    await campaign.hasSent(60)
    const pause = { by: 9001n, reason: 'admin', until: null } as const
    expect(await campaigns.pause(campaign.id, { ...pause, now: new Date() })).toBe(true)
    const pausedAt = new Date()
    await waitFor(async () => (await campaign.tally()).sending === 0, { what: 'nothing to be in flight' })
    const { sent } = await campaign.tally()

    // Another one runs from its beginning to its end meanwhile, sweeps included.
    const { ids: others } = await rig.crowd(30)
    const other = await rig.start(others)
    await other.is('finished', { each: rig.sweep })
    expect(await campaign.contradictions()).toEqual([])
    expect(await campaign.tally()).toMatchObject({ sent, pending: 400 - sent })
    expect(await campaign.claimedSince(pausedAt)).toBe(0)

    expect(await campaigns.resume(campaign.id, { by: 9001n, now: new Date() })).toBe(true)
    await rig.wake(campaign.id)
    await campaign.hasSent(sent + 60)
    expect(await campaigns.cancel(campaign.id, { by: 9001n, now: new Date() })).toBe(true)
    await campaign.isSettled()
    const tally = await campaign.tally()
    expect(tally).toMatchObject({ pending: 0, sending: 0, unknown: 0, skipped: 400 - tally.sent })
    expect(tally.skipped).toBeGreaterThan(0)
    expect(await campaign.contradictions()).toEqual([])
  })

  it('that admins press at the same moment obeys exactly one of them', async () => {
    const { ids } = await rig.crowd(600)
    await slowSends(platform, 200)
    const campaign = await rig.start(ids)
    await campaign.hasSent(1)
    const another = createDatabase({ ...platform.database, ssl: false, poolSize: 8 })
    const desks = [rig.database, another].map(({ repositories }) => repositories.campaigns)
    /** Both admins press as quickly as they can; returns who won. */
    const press = async (
      verb: (desk: CampaignsRepository, actor: { by: bigint; now: Date }) => Promise<boolean>,
    ) => {
      const admins = Array.from({ length: 8 }, (_, index) => BigInt(9_001 + index))
      const won = await Promise.all(
        admins.map((by, index) => verb(desks[index % 2]!, { by, now: new Date() })),
      )
      return admins.filter((_, index) => won[index])
    }
    for (let round = 0; round < 5; round += 1) {
      const paused = await press((desk, actor) =>
        desk.pause(campaign.id, { ...actor, reason: 'admin', until: null }),
      )
      expect(paused).toHaveLength(1)
      expect((await campaign.find()).pause?.by).toBe(paused[0])
      const resumed = await press((desk, actor) => desk.resume(campaign.id, actor))
      expect(resumed).toHaveLength(1)
      expect(await campaign.find()).toMatchObject({ state: 'running', changedBy: resumed[0], pause: null })
      await rig.wake(campaign.id)
    }
    const cancelled = await press((desk, actor) => desk.cancel(campaign.id, actor))
    expect(cancelled).toHaveLength(1)
    const after = await press((desk, actor) => desk.resume(campaign.id, actor))
    expect(after).toEqual([])
    await another.close()
    await campaign.isSettled(rig.sweep)
    expect((await campaign.find()).changedBy).toBe(cancelled[0])
    expect(await campaign.contradictions()).toEqual([])
  })

  it('goes on after everything was killed, Redis too, and after Redis came back empty', async () => {
    const { ids } = await rig.crowd(900)
    await slowSends(platform, 100)
    const campaign = await rig.start(ids)
    for (const empty of [false, true]) {
      await campaign.hasSent(empty ? 400 : 100)
      await killServices([...platform.workers, ...platform.schedulers])
      await platform.redis.kill('SIGKILL')
      await platform.redis.restart()
      if (empty) await rig.emptyRedis()
      await reviveFleet(platform, 2, 1)
    }
    await rig.ageLostClaims(campaign)
    await campaign.is('finished', { each: rig.sweep })
    const { sent, unknown } = await campaign.tally()
    expect(sent + unknown).toBe(900)
    expect(unknown).toBeGreaterThan(0)
    expect(await campaign.contradictions()).toEqual([])
  })

  it('obeys a 429: no bulk until it is over, while people are answered', async () => {
    const { telegram } = platform
    const student = await telegram.person()
    await student.write('/start')
    await student.sees('Привіт')
    const { ids } = await rig.crowd(300)
    await telegram.fault({ kind: 'too-many-requests', bulk: true, retryAfter: 5, times: 1 })
    const campaign = await rig.start(ids)
    const refusal = async () =>
      (await bulkSends(platform)).find(({ errorCode }) => errorCode === 429)?.at ?? 0
    const refusedAt = await waitFor(refusal, { what: 'a bulk send to be refused', timeoutMs: 20_000 })
    await student.write('/help')
    await student.sees('/language')
    const answered = (await telegram.calls('sendMessage')).find(({ chatId }) => chatId === student.id)
    expect(answered?.at).toBeLessThan(refusedAt + 5_000)
    await campaign.is('finished')
    expect((await campaign.tally()).sent).toBe(300)
    expect(await campaign.contradictions()).toEqual([])
    const afterwards = (await bulkSends(platform)).filter(({ at }) => at > refusedAt + 1_000)
    expect(afterwards.length).toBeGreaterThan(0)
    expect(Math.min(...afterwards.map(({ at }) => at))).toBeGreaterThanOrEqual(refusedAt + 4_950)
  })

  it.each(['server-error', 'html-body'])(
    'pauses when Telegram answers with %s, and loses nobody',
    async (kind) => {
      const { ids } = await rig.crowd(200)
      const campaign = await rig.start(ids)
      await campaign.hasSent(20)
      await platform.telegram.fault({ kind, bulk: true })
      const { pause } = await campaign.is('paused')
      expect(pause).toMatchObject({ reason: 'errors', by: null, until: expect.any(Date) as Date })
      await platform.telegram.clearFaults()
      const { campaigns } = rig.database.repositories
      expect(await campaigns.resume(campaign.id, { by: 9001n, now: new Date() })).toBe(true)
      await rig.wake(campaign.id)
      await campaign.is('finished')
      expect((await campaign.tally()).sent).toBe(200)
      expect(await campaign.contradictions()).toEqual([])
    },
  )

  it('repeats no message whose answer was lost, unless an admin says so', async () => {
    const { ids } = await rig.crowd(100)
    await slowSends(platform, 100)
    const campaign = await rig.start(ids)
    await campaign.hasSent(30)
    await platform.telegram.fault({ kind: 'reset-after', bulk: true, times: 3 })
    await campaign.is('finished')
    expect(await campaign.tally()).toMatchObject({ sent: 97, unknown: 3 })
    expect([...(await campaign.arrivals()).values()]).toEqual(ids.map(() => 1))
    const { campaigns } = rig.database.repositories
    expect(await campaigns.reopen(campaign.id, { by: 9001n, now: new Date() })).toBe(3)
    await rig.wake(campaign.id)
    await campaign.is('finished')
    const arrivals = [...(await campaign.arrivals()).values()]
    expect(arrivals.filter((count) => count === 2)).toHaveLength(3)
    expect(arrivals.filter((count) => count === 1)).toHaveLength(97)
  })

  it('stops with everything else when the token is refused, and goes on when it is accepted again', async () => {
    const { telegram } = platform
    const student = await telegram.person()
    await student.write('/start')
    await student.sees('Привіт')
    const { ids } = await rig.crowd(300)
    await slowSends(platform, 100)
    const campaign = await rig.start(ids)
    await campaign.hasSent(40)
    await telegram.fault({ kind: 'unauthorized' })
    await allAre(platform, 503)
    await waitFor(async () => (await campaign.tally()).sending === 0, { what: 'nothing to be in flight' })
    const last = (await bulkSends(platform))[0]
    await student.write('/help')
    await rig.sweep()
    // Workers go on asking who they are, and that only.
    const asked = async () => (await telegram.calls('getMe')).some(({ ok }) => !ok)
    await waitFor(asked, { what: 'getMe to be asked in vain', timeoutMs: 60_000 })
    expect((await bulkSends(platform))[0]).toEqual(last)
    expect((await campaign.find()).state).toBe('running')
    await telegram.clearFaults()
    await allAre(platform, 200)
    await campaign.is('finished', { each: rig.sweep })
    expect((await campaign.tally()).sent).toBe(300)
    expect(await campaign.contradictions()).toEqual([])
    // What was refused for the token's sake was no attempt.
    expect((await campaign.rows()).filter(({ attempts }) => attempts !== 1)).toEqual([])
    await waitFor(async () => (await student.botTexts()).length === 2, {
      what: 'the answer that was held back',
      timeoutMs: 60_000,
    })
  })

  it('tells those who left apart from those who are there, and takes back who returns', async () => {
    const crowd = await rig.crowd(60, { blockedShare: 0.1, deactivated: 4 })
    const nowhere = [7_000_001, 7_000_002, 7_000_003]
    await rig.addStudents(nowhere)
    const everybody = [...crowd.ids, ...nowhere]
    const campaign = await rig.start(everybody)
    await campaign.is('finished')
    expect(await campaign.tally()).toMatchObject({ sent: 50, blocked: 10, failed: 3, unknown: 0 })
    expect(await campaign.contradictions()).toEqual([])
    const unreachable = await rig.query<{ chat: number; reason: string }>(
      `SELECT telegram_chat_id::integer AS chat, unreachable_reason AS reason FROM telegram_users
        WHERE telegram_chat_id = ANY($1::bigint[]) AND unreachable_at IS NOT NULL ORDER BY 1`,
      [everybody],
    )
    const because = (reason: string) => unreachable.filter((one) => one.reason === reason)
    expect(because('blocked')).toHaveLength(6)
    expect(because('deactivated')).toHaveLength(4)
    expect(because('chat-not-found').map(({ chat }) => chat)).toEqual(nowhere)

    const returns = because('blocked')[0]?.chat ?? 0
    const person = crowd.person(crowd.ids.indexOf(returns))
    await person.unblock()
    await person.write('/start')
    await person.sees('З поверненням')
    const again = await rig.start([
      ...crowd.ids.filter((id) => !unreachable.some(({ chat }) => chat === id)),
      returns,
    ])
    await again.is('finished')
    expect((await again.tally()).sent).toBe(51)
    expect((await again.arrivals()).get(returns)).toBe(1)
  })

  it('obeys the emergency stop within a second, whatever dies meanwhile, until it is lifted', async () => {
    const { sendingSwitch } = rig.database.repositories
    const { ids } = await rig.crowd(500)
    await slowSends(platform, 100)
    const campaign = await rig.start(ids)
    await campaign.hasSent(60)
    expect(await sendingSwitch.stop(9001n, new Date())).toBe(true)
    const stoppedAt = new Date()
    await waitFor(async () => (await campaign.tally()).sending === 0, { what: 'nothing to be in flight' })
    const { sent } = await campaign.tally()
    await killWorker(platform)
    await platform.redis.kill('SIGKILL')
    await platform.redis.restart()
    await rig.emptyRedis()
    await reviveFleet(platform, 2)
    const { ids: others } = await rig.crowd(10)
    const other = await rig.start(others)
    await other.is('running', { each: rig.sweep })
    const student = await platform.telegram.person()
    await student.write('/start')
    await student.sees('Привіт')
    // Time enough for every worker to ask whether it may go on.
    await hasPassed(3_000, Date.now())
    expect(await campaign.claimedSince(stoppedAt)).toBe(0)
    expect((await bulkSends(platform)).filter(({ at }) => at > stoppedAt.getTime() + 1_000)).toEqual([])
    expect(await campaign.tally()).toMatchObject({ sent, pending: 500 - sent })
    expect(await sendingSwitch.resume()).toBe(true)
    await Promise.all([campaign.is('finished'), other.is('finished')])
    expect((await campaign.tally()).sent).toBe(500)
    expect((await other.tally()).sent).toBe(10)
    expect(await campaign.contradictions()).toEqual([])
  })

  it('to five thousand leaves nothing behind in the memory of its workers', async () => {
    const { ids } = await rig.crowd(5_000)
    const campaign = await rig.start(ids)
    await campaign.hasSent(500)
    const early = await memoryOf(platform)
    await campaign.is('finished', { timeoutMs: 90_000 })
    const late = await memoryOf(platform)
    expect((await campaign.tally()).sent).toBe(5_000)
    expect(await campaign.contradictions()).toEqual([])
    const grown = late.map((bytes, worker) => (bytes - (early[worker] ?? 0)) / 1024 ** 2)
    for (const megabytes of grown) expect(megabytes).toBeLessThan(80)
  })

  // The last one here: its pause outlives it.
  it('that Telegram asks to wait for half a minute is paused until then, whatever anybody presses', async () => {
    const { telegram } = platform
    const { campaigns } = rig.database.repositories
    const { ids } = await rig.crowd(200)
    await telegram.fault({ kind: 'too-many-requests', bulk: true, retryAfter: 30, times: 1 })
    const campaign = await rig.start(ids)
    const { pause } = await campaign.is('paused')
    expect(pause).toMatchObject({ reason: 'flood', by: null })
    const refusedAt = (await bulkSends(platform)).find(({ errorCode }) => errorCode === 429)?.at ?? 0
    expect(Math.abs((pause?.until?.getTime() ?? 0) - refusedAt - 30_000)).toBeLessThan(5_000)

    // An impatient admin, and a campaign that knows nothing of it.
    expect(await campaigns.resume(campaign.id, { by: 9001n, now: new Date() })).toBe(true)
    await rig.wake(campaign.id)
    const { ids: others } = await rig.crowd(20)
    const other = await rig.start(others)
    await other.is('running')
    await campaigns.pause(campaign.id, { by: null, reason: 'flood', until: new Date(), now: new Date() })
    const { changedBy } = await campaign.is('running', { each: rig.sweep })
    expect(changedBy).toBeNull()
    const student = await telegram.person()
    await student.write('/start')
    await student.sees('Привіт')
    await hasPassed(3_000, refusedAt)
    expect((await bulkSends(platform)).filter(({ at }) => at > refusedAt + 1_000)).toEqual([])
    for (const { id } of [campaign, other]) await campaigns.cancel(id, { by: 9001n, now: new Date() })
    await campaign.isSettled(rig.sweep)
    await other.isSettled(rig.sweep)
    expect(await other.tally()).toMatchObject({ sent: 0, skipped: 20 })
    expect((await campaign.tally()).failed).toBe(0)
    expect(await campaign.contradictions()).toEqual([])
  })
})

describe('two workers that share the cap of 30 a second', () => {
  beforeAll(() => open({ SEND_RATE_PER_SECOND: '30' }, { SIMULATOR_BULK_PER_SECOND: '30' }))
  afterAll(close)

  it('never pass it together, however the campaigns fall to them', async () => {
    let sends = 0
    do {
      const crowds = await Promise.all([30, 30, 30, 30].map((count) => rig.crowd(count)))
      const campaigns = await Promise.all(crowds.map(({ ids }) => rig.start(ids)))
      for (const campaign of campaigns) await campaign.is('finished')
      for (const campaign of campaigns) expect(await campaign.contradictions()).toEqual([])
      sends += 120
      // Once more, should one worker have taken all of them.
    } while ((await bulkSentBy(platform)).some((count) => count === 0))
    expect(await platform.telegram.violations()).toEqual([])
    const { bulk } = await platform.telegram.stats()
    expect(bulk.sends).toBe(sends)
    expect(bulk.perSecondMax).toBeLessThanOrEqual(33)
  })
})
