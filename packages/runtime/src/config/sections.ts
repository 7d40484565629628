import { hostname } from 'node:os'
import { address, flag, oneOf, optionalText, port, text, wholeNumber } from './fields.ts'
import type { Problem } from './load.ts'
import { defineSection } from './load.ts'

const ENVIRONMENTS = ['development', 'production'] as const
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export const environmentField = oneOf(ENVIRONMENTS, 'development')

/** Ten years, in milliseconds. */
const LONGEST_OFFSET_MS = 315_360_000_000

/** What every process has: strictness, log level, zone of schedules, port of health and metrics, a name. */
export const processSection = defineSection(
  {
    ENVIRONMENT: environmentField,
    LOG_LEVEL: oneOf(LEVELS, 'info'),
    TZ: text.refine(isTimeZone, 'must be a time zone such as Europe/Kyiv').default('Europe/Kyiv'),
    PORT: port,
    INSTANCE_NAME: text
      .regex(/^[A-Za-z0-9._-]{1,64}$/, 'must be 1 to 64 characters A-Z a-z 0-9 . _ -')
      .optional(),
    CLOCK_OFFSET_MS: wholeNumber(0, { min: -LONGEST_OFFSET_MS, max: LONGEST_OFFSET_MS }),
  },
  (v, problem) => {
    const production = v.ENVIRONMENT === 'production'
    if (production && v.CLOCK_OFFSET_MS !== 0) {
      problem('CLOCK_OFFSET_MS', 'is for development only: production lives by the true time')
    }
    return {
      environment: v.ENVIRONMENT,
      production,
      logLevel: v.LOG_LEVEL,
      timeZone: v.TZ,
      port: v.PORT,
      /** What this process is called among those of its service. */
      instance: v.INSTANCE_NAME ?? ownName(),
      /** How far ahead of the true time this process lives. */
      clockOffsetMs: v.CLOCK_OFFSET_MS,
    }
  },
)

const token = text
  .regex(/^\d+:[A-Za-z0-9_-]+$/, 'must look like the token that BotFather gives: digits, a colon, letters')
  .optional()
const idList = text
  .regex(/^[\d\s,]*$/, 'must be user ids (digits) separated by commas')
  .transform((list) => new Set(list.split(/[\s,]+/).flatMap((id) => (id === '' ? [] : [BigInt(id)]))))
  .optional()

/** Who the bot is, where its API is, who may command it. */
export const botSection = defineSection(
  {
    ENVIRONMENT: environmentField,
    BOT_TOKEN: token,
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_BOT_TOKEN_OVERRIDE: token,
    TELEGRAM_BOT_TOKEN_PROD: token,
    TELEGRAM_BOT_TOKEN_DEV: token,
    TELEGRAM_API_ROOT: address(['http', 'https']).default('https://api.telegram.org'),
    ADMIN_IDS: idList,
    TELEGRAM_ADMINS: idList,
    ADMIN_ID: idList,
  },
  (v, problem) => {
    const production = v.ENVIRONMENT === 'production'
    const chosen =
      v.TELEGRAM_BOT_TOKEN_OVERRIDE ??
      (production ? v.TELEGRAM_BOT_TOKEN_PROD : v.TELEGRAM_BOT_TOKEN_DEV) ??
      v.BOT_TOKEN ??
      v.TELEGRAM_BOT_TOKEN
    if (chosen === undefined) problem('BOT_TOKEN', 'is required: the token that BotFather gives')
    if (!production && chosen !== undefined && chosen === v.TELEGRAM_BOT_TOKEN_PROD) {
      problem('TELEGRAM_BOT_TOKEN_PROD', 'is the production token: a development process must not use it')
    }
    const botToken = chosen ?? ''
    return {
      token: botToken,
      /** The bot's own user id: the digits before the colon. */
      id: BigInt(botToken.split(':')[0] || '0'),
      apiRoot: v.TELEGRAM_API_ROOT.replace(/\/+$/, ''),
      adminIds: v.ADMIN_IDS ?? v.TELEGRAM_ADMINS ?? v.ADMIN_ID ?? new Set<bigint>(),
    }
  },
)

/** PostgreSQL. `DATABASE_URL` wins over the single `DB_*` parts. */
export const databaseSection = defineSection(
  {
    DATABASE_URL: address(['postgres', 'postgresql']).optional(),
    DB_HOST: optionalText,
    DB_PORT: wholeNumber(5432, { min: 1, max: 65_535 }),
    DB_USERNAME: optionalText,
    DB_PASSWORD: optionalText,
    DB_NAME: optionalText,
    DB_SCHEMA: text
      .regex(/^[a-z_][a-z0-9_]{0,62}$/, 'must be a lower-case name of letters, digits and _')
      .default('abitly'),
    DB_SSL: flag(true),
    DB_CA_FILE: optionalText,
  },
  (v, problem) => ({
    url: v.DATABASE_URL ?? databaseUrl(v, problem),
    schema: v.DB_SCHEMA,
    ssl: v.DB_SSL,
    caFile: v.DB_CA_FILE,
  }),
)

/** Redis. `REDIS_URL` wins over the single `REDIS_*` parts. */
export const redisSection = defineSection(
  {
    REDIS_URL: address(['redis', 'rediss']).optional(),
    REDIS_HOST: text.default('localhost'),
    REDIS_PORT: wholeNumber(6379, { min: 1, max: 65_535 }),
    REDIS_PASSWORD: optionalText,
    REDIS_DB: wholeNumber(0, { max: 1_000 }),
  },
  (v) => ({
    url:
      v.REDIS_URL ??
      `redis://${v.REDIS_PASSWORD === undefined ? '' : `:${encodeURIComponent(v.REDIS_PASSWORD)}@`}` +
        `${v.REDIS_HOST}:${v.REDIS_PORT}/${v.REDIS_DB}`,
  }),
)

/** How fast the fleet may send, and how one send is retried. */
export const sendingSection = defineSection(
  {
    SEND_RATE_PER_SECOND: wholeNumber(30, { min: 1, max: 1000 }),
    SEND_REPLY_RATE_PER_SECOND: wholeNumber(200, { min: 1, max: 10_000 }),
    SEND_CHAT_INTERVAL_MS: wholeNumber(1000, { max: 60_000 }),
    SEND_GROUP_PER_MINUTE: wholeNumber(20, { min: 1, max: 1000 }),
    PAID_BROADCAST: flag(false),
    DEFAULT_TELEGRAM_MESSAGE_MAX_RETRY: wholeNumber(3, { max: 100 }),
    DEFAULT_TELEGRAM_MESSAGE_RETRY_DELAY_MS: wholeNumber(1000, { min: 1, max: 600_000 }),
  },
  (v) => ({
    bulkPerSecond: v.SEND_RATE_PER_SECOND,
    repliesPerSecond: v.SEND_REPLY_RATE_PER_SECOND,
    chatIntervalMs: v.SEND_CHAT_INTERVAL_MS,
    groupPerMinute: v.SEND_GROUP_PER_MINUTE,
    /** Bulk may pass Telegram's free rate, for the bot's Stars. */
    paidBroadcast: v.PAID_BROADCAST,
    maxRetries: v.DEFAULT_TELEGRAM_MESSAGE_MAX_RETRY,
    retryDelayMs: v.DEFAULT_TELEGRAM_MESSAGE_RETRY_DELAY_MS,
  }),
)

/** Unique on one machine and among machines; the one that replaces this process after a crash gets another. */
function ownName(): string {
  const host = hostname().replace(/[^A-Za-z0-9._-]+/g, '-')
  return `${host.slice(0, 50)}-${process.pid}`
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

type DatabaseParts = Partial<
  Record<'DB_HOST' | 'DB_USERNAME' | 'DB_PASSWORD' | 'DB_NAME', string | undefined>
> & {
  DB_PORT: number
}

function databaseUrl(v: DatabaseParts, problem: Problem): string {
  const missing = (['DB_HOST', 'DB_USERNAME', 'DB_NAME'] as const).filter((name) => v[name] === undefined)
  if (missing.length > 0) problem('DATABASE_URL', `is required, or else ${missing.join(', ')}`)
  const user = encodeURIComponent(v.DB_USERNAME ?? '')
  const password = v.DB_PASSWORD === undefined ? '' : `:${encodeURIComponent(v.DB_PASSWORD)}`
  return `postgresql://${user}${password}@${v.DB_HOST ?? ''}:${v.DB_PORT}/${encodeURIComponent(v.DB_NAME ?? '')}`
}
