import autocannon from 'autocannon'
import { createRedis, closeRedis } from '@abitly/runtime'
import { median, say, table } from './support/figures.ts'
import { createRig } from './support/rig.ts'
import type { Persistence, Rig, RunningService } from './support/rig.ts'

const CONNECTIONS = 50
const SECONDS = 5
const ROUNDS = 3
const MODES: readonly Persistence[] = ['none', 'everysec', 'always']

interface Round {
  perSecond: number
  p99: number
}

/** Webhook requests per second beside a bare route that awaits one LPUSH: same Redis, in turns. */
export async function benchWebhook(): Promise<void> {
  say(
    `Webhook: ${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s in turns, every update in a chat of its own`,
  )
  const rig = await createRig()
  try {
    const ingress = await rig.start('ingress', {
      WEBHOOK_URL: 'http://127.0.0.1:1/telegram/webhook',
      TELEGRAM_API_ROOT: 'http://127.0.0.1:1',
      LOG_LEVEL: 'silent',
    })
    const peer = await rig.start('peer')
    const rows = [['AOF', 'ingress/s', 'bare LPUSH/s', 'ratio', 'ingress p99 ms', 'bare p99 ms']]
    for (const mode of MODES) rows.push(await compare(mode, rig, ingress, peer))
    table(rows)
  } finally {
    await rig.stop()
  }
}

async function compare(
  mode: Persistence,
  rig: Rig,
  ingress: RunningService,
  peer: RunningService,
): Promise<string[]> {
  const ours: Round[] = []
  const theirs: Round[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    await setPersistence(rig, mode)
    ours.push(await load(ingress, rig.webhookSecret))
    await setPersistence(rig, mode)
    theirs.push(await load(peer, rig.webhookSecret))
  }
  const perSecond = (rounds: Round[]): number => median(rounds.map((round) => round.perSecond))
  const p99 = (rounds: Round[]): string => median(rounds.map((round) => round.p99)).toFixed(0)
  const ratio = median(ours.map((round, index) => round.perSecond / (theirs[index]?.perSecond ?? Number.NaN)))
  return [
    mode,
    perSecond(ours).toFixed(0),
    perSecond(theirs).toFixed(0),
    ratio.toFixed(2),
    p99(ours),
    p99(theirs),
  ]
}

/** Sets how Redis writes to disk and empties it, so that every round begins the same. */
async function setPersistence(rig: Rig, mode: Persistence): Promise<void> {
  const redis = createRedis({ url: rig.redis.url, profile: 'worker', name: 'bench' })
  await redis.flushall()
  await redis.config('SET', 'appendfsync', mode === 'none' ? 'no' : mode)
  await redis.config('SET', 'appendonly', mode === 'none' ? 'no' : 'yes')
  await closeRedis(redis)
}

let nextId = 1_000_000

async function load(service: RunningService, secret: string): Promise<Round> {
  const result = await autocannon({
    url: `${service.url}/telegram/webhook`,
    connections: CONNECTIONS,
    duration: SECONDS,
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
    requests: [{ setupRequest: (request) => ({ ...request, body: update() }) }],
  })
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(
      `${result.non2xx} refused and ${result.errors} broken requests: the figures would mean nothing`,
    )
  }
  return { perSecond: result.requests.average, p99: result.latency.p99 }
}

/** A message as Telegram sends it. */
function update(): string {
  nextId += 1
  const person = { id: nextId, is_bot: false, first_name: 'Bench', language_code: 'uk' }
  const chat = { id: nextId, first_name: 'Bench', type: 'private' }
  const message = {
    message_id: 1,
    from: person,
    chat,
    date: 1_790_000_000,
    text: 'https://vstup.edbo.gov.ua/offer/1481286/',
  }
  return JSON.stringify({ update_id: nextId, message })
}
