import { describe, expect, it } from 'vitest'
import { ConfigError, loadConfig } from './load.ts'
import type { Environment, Section } from './load.ts'
import { botSection, databaseSection, processSection, redisSection, sendingSection } from './sections.ts'

/** Looks like a token; built here, so that no file holds one. */
const tokenOf = (letter: string, id = '123456'): string => [id, letter.repeat(35)].join(':')
const A = tokenOf('A')
const B = tokenOf('B')
const C = tokenOf('C')
const D = tokenOf('D')

function one<T>(section: Section<T>, env: Environment): T {
  return loadConfig({ section }, env).section
}

function problemsOf(section: Section, env: Environment): readonly string[] {
  try {
    one(section, env)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

const bot = (env: Environment) => one(botSection, env)
const database = (env: Environment) => one(databaseSection, env)
const redis = (env: Environment) => one(redisSection, env)

describe('processSection', () => {
  it('is lenient development in Kyiv by default', () => {
    expect(one(processSection, {})).toEqual({
      clockOffsetMs: 0,
      environment: 'development',
      production: false,
      logLevel: 'info',
      timeZone: 'Europe/Kyiv',
      port: 3000,
      instance: expect.stringMatching(new RegExp(`^[\\w.-]+-${process.pid}$`)) as unknown,
    })
  })

  it('is called as told', () => {
    expect(one(processSection, { INSTANCE_NAME: 'worker-1' }).instance).toBe('worker-1')
  })

  it.each(['worker:1', 'two words', '<b>', 'a'.repeat(65)])('refuses the name %j', (value) => {
    expect(problemsOf(processSection, { INSTANCE_NAME: value })).toEqual([
      'INSTANCE_NAME: must be 1 to 64 characters A-Z a-z 0-9 . _ -',
    ])
  })

  it('takes the log level and the environment in any letter case', () => {
    const config = one(processSection, { LOG_LEVEL: 'WARN', ENVIRONMENT: 'Production' })
    expect(config).toMatchObject({ logLevel: 'warn', production: true })
  })

  it.each([
    [{ ENVIRONMENT: 'prod' }, 'ENVIRONMENT: must be one of development, production'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL: must be one of trace, debug, info, warn, error, fatal, silent'],
    [{ TZ: 'Kyiv' }, 'TZ: must be a time zone such as Europe/Kyiv'],
    [{ PORT: '0' }, 'PORT: must be a whole number, 1 to 65535'],
    [{ PORT: '65536' }, 'PORT: must be a whole number, 1 to 65535'],
  ])('refuses %j', (env, problem) => expect(problemsOf(processSection, env)).toEqual([problem]))

  it('lives by the true time unless it is told otherwise, and in production always', () => {
    expect(one(processSection, {}).clockOffsetMs).toBe(0)
    expect(one(processSection, { CLOCK_OFFSET_MS: '-3600000' }).clockOffsetMs).toBe(-3_600_000)
    expect(problemsOf(processSection, { ENVIRONMENT: 'production', CLOCK_OFFSET_MS: '1' })).toEqual([
      'CLOCK_OFFSET_MS: is for development only: production lives by the true time',
    ])
  })
})

describe('the bot token', () => {
  const everything = {
    TELEGRAM_BOT_TOKEN_OVERRIDE: A,
    TELEGRAM_BOT_TOKEN_PROD: B,
    TELEGRAM_BOT_TOKEN_DEV: C,
    BOT_TOKEN: D,
    TELEGRAM_BOT_TOKEN: tokenOf('E'),
  }
  const without = (...names: (keyof typeof everything)[]): Environment =>
    Object.fromEntries(Object.entries(everything).filter(([name]) => !names.includes(name as never)))

  it.each<[string, 'development' | 'production', Environment, string]>([
    ['the override wins', 'development', without(), A],
    ['the override wins in production too', 'production', without(), A],
    ['then the development one', 'development', without('TELEGRAM_BOT_TOKEN_OVERRIDE'), C],
    ['then the production one', 'production', without('TELEGRAM_BOT_TOKEN_OVERRIDE'), B],
    [
      'then BOT_TOKEN: production ignores the development one',
      'production',
      without('TELEGRAM_BOT_TOKEN_OVERRIDE', 'TELEGRAM_BOT_TOKEN_PROD'),
      D,
    ],
    [
      'then BOT_TOKEN: development ignores the production one',
      'development',
      without('TELEGRAM_BOT_TOKEN_OVERRIDE', 'TELEGRAM_BOT_TOKEN_DEV'),
      D,
    ],
    ['its alias comes last', 'production', { TELEGRAM_BOT_TOKEN: A }, A],
  ])('%s', (_rule, ENVIRONMENT, env, expected) => {
    expect(bot({ ...env, ENVIRONMENT }).token).toBe(expected)
  })

  it('is required, under the name one would set first', () => {
    expect(problemsOf(botSection, {})).toEqual(['BOT_TOKEN: is required: the token that BotFather gives'])
  })

  it.each(['TELEGRAM_BOT_TOKEN_OVERRIDE', 'TELEGRAM_BOT_TOKEN_DEV', 'BOT_TOKEN', 'TELEGRAM_BOT_TOKEN'])(
    'of production is refused to a development process, also when it comes as %s',
    (name) => {
      expect(problemsOf(botSection, { TELEGRAM_BOT_TOKEN_PROD: A, [name]: A })).toEqual([
        'TELEGRAM_BOT_TOKEN_PROD: is the production token: a development process must not use it',
      ])
    },
  )

  it('of production may stand beside another in development', () => {
    expect(bot({ TELEGRAM_BOT_TOKEN_PROD: A, BOT_TOKEN: B }).token).toBe(B)
  })

  it('alone for production does not start a development process', () => {
    expect(problemsOf(botSection, { TELEGRAM_BOT_TOKEN_PROD: A })).toHaveLength(1)
  })

  it.each(['nonsense', '123456', ':abc', '123456:with space', '123456:a/b'])(
    'must look like one; %j is refused and not repeated',
    (value) => {
      const problems = problemsOf(botSection, { BOT_TOKEN: value })
      expect(problems).toEqual([
        'BOT_TOKEN: must look like the token that BotFather gives: digits, a colon, letters',
      ])
    },
  )

  it('tells the bot its own id', () => {
    expect(bot({ BOT_TOKEN: tokenOf('A', '7342037359') }).id).toBe(7_342_037_359n)
  })
})

describe('botSection', () => {
  const admins = (env: Environment) => [...bot({ BOT_TOKEN: A, ...env }).adminIds]

  it('reads admins, with ids beyond 32 bits', () => {
    expect(admins({ ADMIN_IDS: '1, 4503599627370495,,3 ' })).toEqual([1n, 4_503_599_627_370_495n, 3n])
  })

  it.each<[Environment, bigint[]]>([
    [{}, []],
    [{ ADMIN_ID: '1' }, [1n]],
    [{ TELEGRAM_ADMINS: '2', ADMIN_ID: '1' }, [2n]],
    [{ ADMIN_IDS: '3', TELEGRAM_ADMINS: '2', ADMIN_ID: '1' }, [3n]],
    [{ ADMIN_IDS: '', TELEGRAM_ADMINS: '2' }, [2n]],
  ])('takes admins from the first of the three names: %j', (env, expected) => {
    expect(admins(env)).toEqual(expected)
  })

  it.each(['@olha', '-5', '1;2'])('refuses the admins %j', (value) => {
    expect(problemsOf(botSection, { BOT_TOKEN: A, ADMIN_IDS: value })).toEqual([
      'ADMIN_IDS: must be user ids (digits) separated by commas',
    ])
  })

  it('talks to Telegram unless told otherwise, whatever slashes end the address', () => {
    expect(bot({ BOT_TOKEN: A }).apiRoot).toBe('https://api.telegram.org')
    expect(bot({ BOT_TOKEN: A, TELEGRAM_API_ROOT: 'http://localhost:8081//' }).apiRoot).toBe(
      'http://localhost:8081',
    )
  })

  it.each(['localhost:8081', 'ftp://localhost', 'nonsense'])('refuses the API root %j', (value) => {
    expect(problemsOf(botSection, { BOT_TOKEN: A, TELEGRAM_API_ROOT: value })).toEqual([
      'TELEGRAM_API_ROOT: must be an address that begins with http:// or https://',
    ])
  })
})

describe('databaseSection', () => {
  const parts = { DB_HOST: 'db.example', DB_USERNAME: 'bot', DB_NAME: 'abitly' }

  it('prefers DATABASE_URL over the parts', () => {
    const url = 'postgresql://u:p@elsewhere:5433/other'
    expect(database({ DATABASE_URL: url, ...parts }).url).toBe(url)
  })

  it('makes the address of the parts', () => {
    expect(database(parts).url).toBe('postgresql://bot@db.example:5432/abitly')
    expect(database({ ...parts, DB_PORT: '6000', DB_PASSWORD: 'x' }).url).toBe(
      'postgresql://bot:x@db.example:6000/abitly',
    )
  })

  it('verifies TLS and uses our schema by default', () => {
    expect(database(parts)).toMatchObject({ ssl: true, schema: 'abitly', caFile: undefined })
  })

  it.each(['p@ss/w:rd#1?&=%+ \'"', 'пароль', '100%'])(
    'keeps every character of the password %j',
    (secret) => {
      const url = new URL(database({ ...parts, DB_PASSWORD: secret }).url)
      expect(decodeURIComponent(url.password)).toBe(secret.trim())
      expect(url.hostname).toBe('db.example')
    },
  )

  it.each(['a b', 'a/b', 'a?b#c', '50%'])('keeps every character of the name %j', (name) => {
    const url = new URL(database({ ...parts, DB_NAME: name, DB_USERNAME: 'me@host:1' }).url)
    expect(decodeURIComponent(url.pathname.slice(1))).toBe(name)
    expect(decodeURIComponent(url.username)).toBe('me@host:1')
  })

  it.each<[Environment, string]>([
    [{}, 'DATABASE_URL: is required, or else DB_HOST, DB_USERNAME, DB_NAME'],
    [{ DB_HOST: 'x', DB_NAME: 'y' }, 'DATABASE_URL: is required, or else DB_USERNAME'],
    [
      { DATABASE_URL: 'mysql://x/y' },
      'DATABASE_URL: must be an address that begins with postgres:// or postgresql://',
    ],
    [{ ...parts, DB_SCHEMA: 'Abitly' }, 'DB_SCHEMA: must be a lower-case name of letters, digits and _'],
    [{ ...parts, DB_SCHEMA: 'a;b' }, 'DB_SCHEMA: must be a lower-case name of letters, digits and _'],
    [{ ...parts, DB_SSL: 'maybe' }, 'DB_SSL: must be true or false'],
    [{ ...parts, DB_PORT: '99999' }, 'DB_PORT: must be a whole number, 1 to 65535'],
  ])('refuses %j', (env, problem) => expect(problemsOf(databaseSection, env)).toEqual([problem]))

  it('does not repeat a password, however wrong the address around it', () => {
    const problems = problemsOf(databaseSection, { DATABASE_URL: 'postgres://u:hunter2@host:port/x' })
    expect(problems.join()).not.toContain('hunter2')
    expect(problems).toHaveLength(1)
  })
})

describe('redisSection', () => {
  it('is the local server by default', () => {
    expect(redis({}).url).toBe('redis://localhost:6379/0')
  })

  it('prefers REDIS_URL, also one with TLS', () => {
    expect(redis({ REDIS_URL: 'rediss://:x@cache:6380/2', REDIS_HOST: 'y' }).url).toBe(
      'rediss://:x@cache:6380/2',
    )
  })

  it('keeps every character of the password', () => {
    const secret = "p@ss/w:rd#1?&=%+ '"
    const { url } = redis({ REDIS_HOST: 'cache', REDIS_PORT: '7000', REDIS_PASSWORD: secret, REDIS_DB: '3' })
    expect(url).toMatch(/^redis:\/\/:[^@]+@cache:7000\/3$/)
    expect(decodeURIComponent(new URL(url).password)).toBe(secret)
  })

  it.each<[Environment, string]>([
    [{ REDIS_URL: 'http://x' }, 'REDIS_URL: must be an address that begins with redis:// or rediss://'],
    [{ REDIS_PORT: 'x' }, 'REDIS_PORT: must be a whole number, 1 to 65535'],
    [{ REDIS_DB: '-1' }, 'REDIS_DB: must be a whole number, 0 to 1000'],
  ])('refuses %j', (env, problem) => expect(problemsOf(redisSection, env)).toEqual([problem]))
})

describe('sendingSection', () => {
  it('keeps to what Telegram allows by default', () => {
    expect(one(sendingSection, {})).toEqual({
      bulkPerSecond: 30,
      repliesPerSecond: 200,
      chatIntervalMs: 1000,
      groupPerMinute: 20,
      paidBroadcast: false,
      maxRetries: 3,
      retryDelayMs: 1000,
    })
  })

  it.each(['SEND_RATE_PER_SECOND', 'SEND_REPLY_RATE_PER_SECOND', 'SEND_GROUP_PER_MINUTE'])(
    'refuses to send nothing at all: %s=0',
    (name) => expect(problemsOf(sendingSection, { [name]: '0' })).toHaveLength(1),
  )

  it('spends Stars only when told to', () => {
    expect(one(sendingSection, { PAID_BROADCAST: 'true' }).paidBroadcast).toBe(true)
    expect(problemsOf(sendingSection, { PAID_BROADCAST: 'ture' })).toEqual([
      'PAID_BROADCAST: must be true or false',
    ])
  })
})

describe('all sections together', () => {
  it('never repeat a value that is wrong', () => {
    const sections = { processSection, botSection, databaseSection, redisSection, sendingSection }
    const names = Object.values(sections).flatMap((section) => section.variables)
    // Free text cannot be wrong; everything else refuses this.
    const value = 'hunter2 (not a value!) ;'
    const env = Object.fromEntries(names.map((name) => [name, value]))
    let message = ''
    try {
      loadConfig(sections, env)
    } catch (error) {
      message = String(error)
    }
    expect(message.split('\n').length).toBeGreaterThan(18)
    expect(message).not.toContain('hunter2')
  })
})
