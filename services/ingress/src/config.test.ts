import { ConfigError } from '@abitly/runtime'
import type { Environment } from '@abitly/runtime'
import { describe, expect, it } from 'vitest'
import { VARIABLES, loadIngressConfig } from './config.ts'

/** Looks like a token; built here, so that no file holds one. */
const TOKEN = ['123456', 'A'.repeat(35)].join(':')
const ENOUGH: Environment = {
  BOT_TOKEN: TOKEN,
  DATABASE_URL: 'postgresql://bot@db/abitly',
  WEBHOOK_URL: 'https://bot.example',
  WEBHOOK_SECRET: 'abc_DEF-123',
}

function problemsOf(env: Environment): readonly string[] {
  try {
    loadIngressConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

describe('the configuration of ingress', () => {
  it('has defaults for all that has one', () => {
    expect(loadIngressConfig(ENOUGH).webhook).toEqual({
      endpoint: { url: 'https://bot.example/telegram/webhook', secret: 'abc_DEF-123' },
      laneMaxDepth: 200,
      trustProxy: false,
    })
  })

  it.each<[string, string]>([
    ['WEBHOOK_SECRET', 'WEBHOOK_SECRET: is required: make one with `openssl rand -hex 32`'],
    ['WEBHOOK_URL', 'WEBHOOK_URL: is required: the public address Telegram posts to'],
    ['BOT_TOKEN', 'BOT_TOKEN: is required: the token that BotFather gives'],
    ['DATABASE_URL', 'DATABASE_URL: is required, or else DB_HOST, DB_USERNAME, DB_NAME'],
  ])('is refused without %s', (name, problem) => {
    expect(problemsOf({ ...ENOUGH, [name]: undefined })).toEqual([problem])
    expect(problemsOf({ ...ENOUGH, [name]: ' ' })).toEqual([problem])
  })

  it.each(['', 'a'.repeat(257), 'with space', 'with/slash', 'пароль'])(
    'is refused with the secret %j, which is not repeated',
    (WEBHOOK_SECRET) => {
      const problems = problemsOf({ ...ENOUGH, WEBHOOK_SECRET })
      expect(problems).toHaveLength(1)
      if (WEBHOOK_SECRET !== '') expect(problems.join()).not.toContain(WEBHOOK_SECRET)
    },
  )

  it('takes a secret of up to 256 characters', () => {
    expect(problemsOf({ ...ENOUGH, WEBHOOK_SECRET: 'a'.repeat(256) })).toEqual([])
  })

  it('tells everything that is missing at once', () => {
    expect(problemsOf({}).map((problem) => problem.split(':')[0])).toEqual([
      'BOT_TOKEN',
      'DATABASE_URL',
      'WEBHOOK_SECRET',
      'WEBHOOK_URL',
    ])
  })

  it('tells what is missing beside what is wrong', () => {
    expect(problemsOf({ ADMIN_IDS: '@olha', LANE_MAX_DEPTH: '0', WEBHOOK_URL: 'bot.example' })).toEqual([
      'ADMIN_IDS: must be user ids (digits) separated by commas',
      'BOT_TOKEN: is required: the token that BotFather gives',
      'DATABASE_URL: is required, or else DB_HOST, DB_USERNAME, DB_NAME',
      'WEBHOOK_URL: must be an address that begins with http:// or https://',
      'LANE_MAX_DEPTH: must be a whole number, 1 to 100000',
      'WEBHOOK_SECRET: is required: make one with `openssl rand -hex 32`',
    ])
  })

  describe('for polling', () => {
    const polling = { ...ENOUGH, INGRESS_MODE: 'polling' }

    it('needs no webhook, and has none even where one is given', () => {
      const bare = { ...polling, WEBHOOK_URL: undefined, WEBHOOK_SECRET: undefined }
      expect(loadIngressConfig(bare).webhook.endpoint).toBeNull()
      expect(loadIngressConfig(polling).webhook.endpoint).toBeNull()
    })

    it('is refused in production', () => {
      expect(problemsOf({ ...polling, ENVIRONMENT: 'production' })).toEqual([
        'INGRESS_MODE: polling is for development only: production needs webhook and WEBHOOK_URL',
      ])
    })

    it('is refused the token of production', () => {
      expect(problemsOf({ ...polling, TELEGRAM_BOT_TOKEN_PROD: TOKEN })).toEqual([
        'TELEGRAM_BOT_TOKEN_PROD: is the production token: a development process must not use it',
      ])
    })
  })

  it('names every variable it reads', () => {
    expect(VARIABLES).toEqual(expect.arrayContaining(['PORT', 'BOT_TOKEN', 'REDIS_URL', 'WEBHOOK_SECRET']))
  })
})
