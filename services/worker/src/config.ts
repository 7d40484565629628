import {
  botSection,
  databaseSection,
  defineSection,
  fields,
  loadConfig,
  processSection,
  redisSection,
  sendingSection,
} from '@abitly/runtime'
import type { Config, Environment } from '@abitly/runtime'

const studentSection = defineSection(
  {
    MONITORED_OFFERS_LIMIT: fields.wholeNumber(5, { min: 1, max: 50 }),
    PERSONAL_PLAN_DAILY_LIMIT: fields.wholeNumber(3, { min: 1, max: 50 }),
    ACCOUNT_LINK_URL: fields.address(['http', 'https']).optional(),
  },
  (v) => ({
    monitoredOffersLimit: v.MONITORED_OFFERS_LIMIT,
    personalPlanDailyLimit: v.PERSONAL_PLAN_DAILY_LIMIT,
    accountLinkUrl: v.ACCOUNT_LINK_URL ?? null,
  }),
)

const laneSection = defineSection(
  {
    LANE_CONCURRENCY: fields.wholeNumber(16, { min: 1, max: 200 }),
    LANE_LOCK_MS: fields.wholeNumber(15_000, { min: 1_000, max: 120_000 }),
  },
  (v) => ({ concurrency: v.LANE_CONCURRENCY, lockMs: v.LANE_LOCK_MS }),
)

/** Bulk messages of one process; how fast the fleet may send stands in `sendingSection`. */
const deliverySection = defineSection(
  { SEND_MAX_CONCURRENCY: fields.wholeNumber(5, { min: 1, max: 200 }) },
  (v) => ({ maxConcurrency: v.SEND_MAX_CONCURRENCY }),
)

const sections = {
  process: processSection,
  bot: botSection,
  database: databaseSection,
  redis: redisSection,
  sending: sendingSection,
  deliveries: deliverySection,
  student: studentSection,
  lanes: laneSection,
}

export type WorkerConfig = Config<typeof sections>

/** Every variable this service reads. */
export const VARIABLES = Object.values(sections).flatMap((section) => section.variables)

export function loadWorkerConfig(env: Environment): WorkerConfig {
  return loadConfig(sections, env)
}
