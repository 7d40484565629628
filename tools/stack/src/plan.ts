import { botSection, databaseSection, defineSection, fields, loadConfig, redisSection } from '@abitly/runtime'
import type { Environment } from './environment.ts'
import { isGiven } from './environment.ts'
import type { Secrets } from './secrets.ts'

const DATABASE_VARIABLES = ['DATABASE_URL', 'DB_HOST', 'DB_PORT', 'DB_USERNAME', 'DB_PASSWORD', 'DB_NAME']
const REDIS_VARIABLES = ['REDIS_URL', 'REDIS_HOST', 'REDIS_PORT', 'REDIS_PASSWORD', 'REDIS_DB']
/** The administrator among the simulator's people; with a real bot nobody is one unless ADMIN_IDS says so. */
const SIMULATED_ADMINS = [9001]
/** Stands in for the server that will be started, so that one schema reads every variable. */
const OWN_DATABASE = 'postgresql://postgres@127.0.0.1/abitly'

/** A port as it is wanted: one that was asked for must be had, a default one may move. */
export interface PortWish {
  readonly port: number
  readonly variable: 'INGRESS_PORT' | 'SIMULATOR_PORT'
  readonly explicit: boolean
}

/** What `npm start` runs, as the environment asks for it. */
export interface StackPlan {
  readonly workers: number
  readonly schedulers: number
  readonly ingressPort: PortWish
  /** Null: no simulator, a Bot API server stands somewhere else. */
  readonly simulatorPort: PortWish | null
  readonly botToken: string
  readonly adminIds: readonly number[]
  readonly webhookSecret: string
  readonly apiSecret: string
  /** Null: the simulator's. */
  readonly apiRoot: string | null
  readonly ingressMode: 'webhook' | 'polling'
  /** Null: ingress itself, on this machine. */
  readonly webhookUrl: string | null
  /** Null: start a server of our own. */
  readonly databaseUrl: string | null
  readonly databaseTls: boolean
  readonly schema: string
  /** Null: start a server of our own. */
  readonly redisUrl: string | null
}

const stackSection = defineSection(
  {
    WORKERS: fields.wholeNumber(2, { min: 1, max: 64 }),
    SCHEDULERS: fields.wholeNumber(2, { min: 1, max: 64 }),
    INGRESS_PORT: fields.wholeNumber(3000, { min: 1, max: 65_535 }),
    SIMULATOR_PORT: fields.wholeNumber(4000, { min: 1, max: 65_535 }),
    INGRESS_MODE: fields.oneOf(['webhook', 'polling'], 'webhook'),
    WEBHOOK_URL: fields.address(['http', 'https']).optional(),
    WEBHOOK_SECRET: fields.optionalText,
    TELEGRAM_BOT_API_SECRET: fields.optionalText,
  },
  (values) => values,
)

/**
 * Decides from the environment what is started here and what is used as given.
 * @throws ConfigError naming every problem, never a value
 */
export function resolvePlan(env: Environment, secrets: Secrets): StackPlan {
  const ownDatabase = !isGiven(env, ...DATABASE_VARIABLES)
  const ownRedis = !isGiven(env, ...REDIS_VARIABLES)
  const { stack, bot, database, redis } = loadConfig(
    { stack: stackSection, bot: botSection, database: databaseSection, redis: redisSection },
    {
      ...env,
      // Every other variable of the token wins over this one: it counts only when none is given.
      TELEGRAM_BOT_TOKEN: isGiven(env, 'TELEGRAM_BOT_TOKEN') ? env['TELEGRAM_BOT_TOKEN'] : secrets.botToken,
      DATABASE_URL: ownDatabase ? OWN_DATABASE : env['DATABASE_URL'],
    },
  )
  const realToken = bot.token !== secrets.botToken
  const apiRoot = isGiven(env, 'TELEGRAM_API_ROOT') ? bot.apiRoot : null
  const simulated = !realToken && apiRoot === null
  const unreachable = realToken && apiRoot === null && stack.WEBHOOK_URL === undefined
  const port = (variable: PortWish['variable']): PortWish => ({
    variable,
    port: stack[variable],
    explicit: isGiven(env, variable),
  })
  const admins = [...bot.adminIds].map(Number)
  return {
    workers: stack.WORKERS,
    schedulers: stack.SCHEDULERS,
    ingressPort: port('INGRESS_PORT'),
    simulatorPort: simulated ? port('SIMULATOR_PORT') : null,
    botToken: bot.token,
    adminIds: admins.length === 0 && simulated ? SIMULATED_ADMINS : admins,
    webhookSecret: stack.WEBHOOK_SECRET ?? secrets.webhookSecret,
    apiSecret: stack.TELEGRAM_BOT_API_SECRET ?? secrets.apiSecret,
    apiRoot: simulated ? null : bot.apiRoot,
    ingressMode: unreachable && !isGiven(env, 'INGRESS_MODE') ? 'polling' : stack.INGRESS_MODE,
    webhookUrl: stack.WEBHOOK_URL ?? null,
    databaseUrl: ownDatabase ? null : database.url,
    databaseTls: !ownDatabase && (isGiven(env, 'DB_SSL') ? database.ssl : !isLocal(database.url)),
    schema: database.schema,
    redisUrl: ownRedis ? null : redis.url,
  }
}

/** On this machine nobody is in between. Anywhere else TLS stays on unless DB_SSL says otherwise. */
function isLocal(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname)
}
