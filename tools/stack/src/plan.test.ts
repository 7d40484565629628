import { describe, expect, it } from 'vitest'
import type { Environment } from './environment.ts'
import type { StackPlan } from './plan.ts'
import { resolvePlan } from './plan.ts'
import type { Secrets } from './secrets.ts'

const tokenOf = (id: number): string => [id, 'A'.repeat(35)].join(':')
const secrets: Secrets = { botToken: tokenOf(111_111), webhookSecret: 'hook', apiSecret: 'api' }
const real = tokenOf(222_222)
const apiRoot = 'http://127.0.0.1:8081'
const webhook = 'https://bot.example.org'

const plan = (env: Environment): StackPlan => resolvePlan(env, secrets)

describe('what an environment asks the stack to run', () => {
  it('is, when it says nothing, everything: simulator, servers of our own, two of each', () => {
    expect(plan({})).toEqual({
      workers: 2,
      schedulers: 2,
      ingressPort: { variable: 'INGRESS_PORT', port: 3000, explicit: false },
      simulatorPort: { variable: 'SIMULATOR_PORT', port: 4000, explicit: false },
      botToken: secrets.botToken,
      adminIds: [9001],
      webhookSecret: 'hook',
      apiSecret: 'api',
      apiRoot: null,
      ingressMode: 'webhook',
      webhookUrl: null,
      databaseUrl: null,
      databaseTls: false,
      schema: 'abitly',
      redisUrl: null,
    })
  })

  const telegram = 'https://api.telegram.org'
  const simulated = { simulator: true, botToken: secrets.botToken, apiRoot: null, ingressMode: 'webhook' }
  it.each<[string, Environment, object]>([
    ['nothing', {}, simulated],
    ['an empty token', { BOT_TOKEN: ' ' }, simulated],
    ['the token of the simulator', { BOT_TOKEN: secrets.botToken }, simulated],
    ['only a public address', { WEBHOOK_URL: webhook }, simulated],
    ['only the token of production', { TELEGRAM_BOT_TOKEN_PROD: real }, simulated],
    [
      'a token',
      { BOT_TOKEN: real },
      { simulator: false, botToken: real, apiRoot: telegram, ingressMode: 'polling' },
    ],
    [
      'a token by its other name',
      { TELEGRAM_BOT_TOKEN: real },
      { simulator: false, botToken: real, apiRoot: telegram, ingressMode: 'polling' },
    ],
    [
      'a token for development beside another',
      { TELEGRAM_BOT_TOKEN_DEV: real, BOT_TOKEN: tokenOf(333_333) },
      { simulator: false, botToken: real, apiRoot: telegram, ingressMode: 'polling' },
    ],
    [
      'a token and a public address',
      { BOT_TOKEN: real, WEBHOOK_URL: webhook },
      { simulator: false, botToken: real, apiRoot: telegram, ingressMode: 'webhook' },
    ],
    [
      'a token and an API root',
      { BOT_TOKEN: real, TELEGRAM_API_ROOT: apiRoot },
      { simulator: false, botToken: real, apiRoot, ingressMode: 'webhook' },
    ],
    [
      'an API root',
      { TELEGRAM_API_ROOT: apiRoot },
      { simulator: false, botToken: secrets.botToken, apiRoot, ingressMode: 'webhook' },
    ],
    [
      'a token and a mode',
      { BOT_TOKEN: real, INGRESS_MODE: 'webhook' },
      { simulator: false, botToken: real, apiRoot: telegram, ingressMode: 'webhook' },
    ],
  ])('given %s, chooses the Telegram to talk to', (_what, env, expected) => {
    const { botToken, apiRoot: root, ingressMode, simulatorPort } = plan(env)
    expect({ simulator: simulatorPort !== null, botToken, apiRoot: root, ingressMode }).toEqual(expected)
  })

  const parts = { DB_HOST: 'db', DB_USERNAME: 'bot', DB_PASSWORD: 'p@ss', DB_NAME: 'site' }
  it.each<[string, Environment, Partial<StackPlan>]>([
    ['no database', {}, { databaseUrl: null, databaseTls: false }],
    ['only a schema', { DB_SCHEMA: 'website' }, { databaseUrl: null, schema: 'website' }],
    [
      'a URL',
      { DATABASE_URL: 'postgresql://db.example.org/site' },
      { databaseUrl: 'postgresql://db.example.org/site', databaseTls: true },
    ],
    [
      'a URL on this machine',
      { DATABASE_URL: 'postgresql://localhost:5432/site' },
      { databaseUrl: 'postgresql://localhost:5432/site', databaseTls: false },
    ],
    [
      'a URL on this machine with TLS',
      { DATABASE_URL: 'postgresql://localhost/site', DB_SSL: 'true' },
      { databaseUrl: 'postgresql://localhost/site', databaseTls: true },
    ],
    [
      'parts',
      { ...parts, DB_SSL: 'false' },
      { databaseUrl: 'postgresql://bot:p%40ss@db:5432/site', databaseTls: false },
    ],
    ['no Redis', {}, { redisUrl: null }],
    ['a Redis URL', { REDIS_URL: 'rediss://cache:6380/2' }, { redisUrl: 'rediss://cache:6380/2' }],
    ['a Redis host', { REDIS_HOST: 'cache' }, { redisUrl: 'redis://cache:6379/0' }],
  ])('given %s, chooses the servers', (_what, env, expected) => {
    expect(plan(env)).toMatchObject(expected)
  })

  it.each<[string, Environment, Partial<StackPlan>]>([
    ['numbers', { WORKERS: '4', SCHEDULERS: '3' }, { workers: 4, schedulers: 3 }],
    [
      'ports',
      { INGRESS_PORT: '3000', SIMULATOR_PORT: '4100' },
      {
        ingressPort: { variable: 'INGRESS_PORT', port: 3000, explicit: true },
        simulatorPort: { variable: 'SIMULATOR_PORT', port: 4100, explicit: true },
      },
    ],
    ['admins', { ADMIN_IDS: '5, 6' }, { adminIds: [5, 6] }],
    ['admins by another name', { TELEGRAM_ADMINS: '7' }, { adminIds: [7] }],
    ['a real bot without admins', { BOT_TOKEN: real }, { adminIds: [] }],
    [
      'secrets',
      { WEBHOOK_SECRET: 'mine', TELEGRAM_BOT_API_SECRET: 'too' },
      { webhookSecret: 'mine', apiSecret: 'too' },
    ],
  ])('given %s, does as told', (_what, env, expected) => {
    expect(plan(env)).toMatchObject(expected)
  })

  it('names every problem at once and no value', () => {
    const env = { WORKERS: 'many', BOT_TOKEN: 'hunter2', DATABASE_URL: 'mysql://x', INGRESS_PORT: '99999' }
    const read = (): StackPlan => plan(env)
    expect(read).toThrow(
      /WORKERS: must be[^]*INGRESS_PORT: must be[^]*BOT_TOKEN: must look[^]*DATABASE_URL: must be/,
    )
    expect(read).not.toThrow(/hunter2|mysql/)
  })

  it('refuses parts of a database that are not enough', () => {
    expect(() => plan({ DB_HOST: 'db' })).toThrow('DATABASE_URL: is required, or else DB_USERNAME, DB_NAME')
  })
})
