import { z } from 'zod'
import { defined } from './defined.ts'

/** Everything the simulator can be told. */
export interface SimulatorOptions {
  /** `<bot id>:<35 characters>`; never printed. */
  botToken: string
  botUsername: string
  botName: string
  adminIds: number[]
  host: string
  /** 0 = any free port. */
  port: number
  /** Conversations survive a restart when given. */
  stateFile: string | undefined
  /** Proactive sends a second; 0 = no limit. */
  bulkPerSecond: number
  /** Sends of a paid broadcast a second; 0 = no limit. */
  paidPerSecond: number
  /** All sends a second; 0 = no limit. */
  totalPerSecond: number
  /** Answer a send that breaks a limit with 429; violations are counted either way. */
  enforce: boolean
  /** A user who was active within this time is being answered; later sends are proactive. */
  replyWindowMs: number
  /** How long a button press can be answered. */
  answerWithinMs: number
  /** Delay of the second delivery retry; it doubles from there. */
  retryBaseMs: number
  webhookTimeoutMs: number
  /** Besides loopback: hosts whose webhook may use plain http (containers). */
  httpWebhookHosts: string[]
  /** setWebhook is accepted once in this time (429 otherwise, when limits are enforced); 0 = always. */
  setWebhookIntervalMs: number
  /** Groups tell the bot only of commands and mentions. */
  groupPrivacy: boolean
  /** Messages kept of all people of a crowd together; 0 = they are only counted. */
  crowdMessages: number
  /** Unix milliseconds. */
  now: () => number
}

const DEFAULTS: Omit<SimulatorOptions, 'botToken'> = {
  botUsername: 'abitly_sim_bot',
  botName: 'Abitly',
  adminIds: [9001],
  host: '127.0.0.1',
  port: 0,
  stateFile: undefined,
  bulkPerSecond: 30,
  paidPerSecond: 1000,
  totalPerSecond: 0,
  enforce: true,
  replyWindowMs: 60_000,
  answerWithinMs: 30_000,
  retryBaseMs: 2000,
  webhookTimeoutMs: 60_000,
  httpWebhookHosts: [],
  setWebhookIntervalMs: 1000,
  groupPrivacy: false,
  crowdMessages: 10_000,
  now: Date.now,
}

/** Fills in the defaults; only the token has none. */
export function withDefaults(
  options: Partial<SimulatorOptions> & Pick<SimulatorOptions, 'botToken'>,
): SimulatorOptions {
  return { ...DEFAULTS, ...options }
}

const whole = z.coerce.number().int().min(0)
const yesNo = z.enum(['true', 'false']).transform((value) => value === 'true')
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
)

const environment = z.object({
  SIMULATOR_BOT_TOKEN: z
    .string()
    .regex(/^[1-9]\d{4,15}:[\w-]{30,64}$/, 'must look like <digits>:<35 characters>'),
  SIMULATOR_BOT_USERNAME: z
    .string()
    .regex(/^\w{5,32}$/)
    .optional(),
  SIMULATOR_ADMIN_IDS: list
    .transform((ids) => ids.map(Number))
    .pipe(z.array(z.int().positive()))
    .optional(),
  SIMULATOR_HOST: z.string().min(1).optional(),
  SIMULATOR_PORT: whole.max(65_535).optional(),
  PORT: whole.max(65_535).optional(),
  SIMULATOR_STATE_FILE: z.string().min(1).optional(),
  SIMULATOR_BULK_PER_SECOND: whole.optional(),
  SIMULATOR_PAID_PER_SECOND: whole.optional(),
  SIMULATOR_TOTAL_PER_SECOND: whole.optional(),
  SIMULATOR_ENFORCE: yesNo.optional(),
  SIMULATOR_REPLY_WINDOW_MS: whole.optional(),
  SIMULATOR_ANSWER_WITHIN_MS: whole.optional(),
  SIMULATOR_RETRY_BASE_MS: whole.optional(),
  SIMULATOR_WEBHOOK_TIMEOUT_MS: whole.optional(),
  SIMULATOR_HTTP_WEBHOOK_HOSTS: list.optional(),
  SIMULATOR_SET_WEBHOOK_INTERVAL_MS: whole.optional(),
  SIMULATOR_GROUP_PRIVACY: yesNo.optional(),
  SIMULATOR_CROWD_MESSAGES: whole.optional(),
})

/**
 * Options from the environment.
 *
 * @throws Error that names every bad variable, never a value.
 */
export function readOptions(env: Record<string, string | undefined>): SimulatorOptions {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The simulator cannot start, these variables are wrong:\n${problems.join('\n')}`)
  }
  const set = parsed.data
  return withDefaults({
    botToken: set.SIMULATOR_BOT_TOKEN,
    ...defined({
      botUsername: set.SIMULATOR_BOT_USERNAME,
      adminIds: set.SIMULATOR_ADMIN_IDS,
      host: set.SIMULATOR_HOST,
      port: set.SIMULATOR_PORT ?? set.PORT,
      stateFile: set.SIMULATOR_STATE_FILE,
      bulkPerSecond: set.SIMULATOR_BULK_PER_SECOND,
      paidPerSecond: set.SIMULATOR_PAID_PER_SECOND,
      totalPerSecond: set.SIMULATOR_TOTAL_PER_SECOND,
      enforce: set.SIMULATOR_ENFORCE,
      replyWindowMs: set.SIMULATOR_REPLY_WINDOW_MS,
      answerWithinMs: set.SIMULATOR_ANSWER_WITHIN_MS,
      retryBaseMs: set.SIMULATOR_RETRY_BASE_MS,
      webhookTimeoutMs: set.SIMULATOR_WEBHOOK_TIMEOUT_MS,
      httpWebhookHosts: set.SIMULATOR_HTTP_WEBHOOK_HOSTS,
      setWebhookIntervalMs: set.SIMULATOR_SET_WEBHOOK_INTERVAL_MS,
      groupPrivacy: set.SIMULATOR_GROUP_PRIVACY,
      crowdMessages: set.SIMULATOR_CROWD_MESSAGES,
    }),
  })
}
