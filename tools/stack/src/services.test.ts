import { describe, expect, it } from 'vitest'
import type { Environment } from './environment.ts'
import { resolvePlan } from './plan.ts'
import type { Addresses, ServiceSpec } from './services.ts'
import { serviceSpecs, simulatorSpec, webhookUrl } from './services.ts'

const botToken = ['111111', 'A'.repeat(35)].join(':')
const secrets = { botToken, webhookSecret: 'hook', apiSecret: 'api' }
const at: Addresses = {
  databaseUrl: 'postgresql://postgres@127.0.0.1:15432/abitly',
  redisUrl: 'redis://127.0.0.1:16379/0',
  ingressPort: 3000,
  simulatorPort: 4000,
}
const specsFor = (user: Environment, where = at): ServiceSpec[] =>
  serviceSpecs(resolvePlan(user, secrets), where, user)

describe('the processes of a stack', () => {
  it('are one ingress, and as many workers and schedulers as asked for', () => {
    const names = specsFor({ WORKERS: '3' }).map(({ service, index }) => `${service}-${index}`)
    expect(names).toEqual(['ingress-1', 'worker-1', 'worker-2', 'worker-3', 'scheduler-1', 'scheduler-2'])
  })

  it('have names of their own, whatever the user calls himself', () => {
    const names = specsFor({ WORKERS: '2', INSTANCE_NAME: 'mine' }).map(({ env }) => env['INSTANCE_NAME'])
    expect(names).toEqual(['ingress-1', 'worker-1', 'worker-2', 'scheduler-1', 'scheduler-2'])
  })

  it('get what the stack has decided over what the user has set, and the rest of that as it is', () => {
    const user = {
      PATH: '/bin',
      ACCOUNT_LINK_URL: 'https://example.org',
      PORT: '80',
      DB_SSL: 'true',
      LOG_LEVEL: 'debug',
    }
    expect(specsFor(user)[1]?.env).toMatchObject({
      PATH: '/bin',
      ACCOUNT_LINK_URL: 'https://example.org',
      ENVIRONMENT: 'development',
      LOG_LEVEL: 'debug',
      BOT_TOKEN: botToken,
      ADMIN_IDS: '9001',
      TELEGRAM_API_ROOT: 'http://127.0.0.1:4000',
      TELEGRAM_BOT_API_SECRET: 'api',
      WEBHOOK_URL: 'http://127.0.0.1:3000/telegram/webhook',
      WEBHOOK_SECRET: 'hook',
      DATABASE_URL: at.databaseUrl,
      DB_SCHEMA: 'abitly',
      DB_SSL: 'false',
      REDIS_URL: at.redisUrl,
    })
  })

  it('talk to the API root that is given', () => {
    const user = { TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/' }
    const [ingress] = specsFor(user, { ...at, simulatorPort: null })
    expect(ingress?.env['TELEGRAM_API_ROOT']).toBe('http://127.0.0.1:8081')
  })

  it('have no webhook where updates are fetched', () => {
    const user = { BOT_TOKEN: ['222222', 'B'.repeat(35)].join(':') }
    expect(webhookUrl(resolvePlan(user, secrets), at)).toBeNull()
    expect(specsFor(user)[0]?.env).toMatchObject({ INGRESS_MODE: 'polling', WEBHOOK_URL: undefined })
  })
})

it('the simulator listens where the stack says, also when its variable says otherwise', () => {
  const user = { SIMULATOR_PORT: '4000' }
  const simulator = simulatorSpec(resolvePlan(user, secrets), 4100, 'state.json', user)
  expect(simulator.env).toMatchObject({
    SIMULATOR_PORT: '4100',
    SIMULATOR_BOT_TOKEN: botToken,
    SIMULATOR_ADMIN_IDS: '9001',
  })
})
