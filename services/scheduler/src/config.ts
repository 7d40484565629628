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
import { webhookAddress } from '@abitly/telegram'

/** What ingress has registered, to be compared with what Telegram says. */
const webhookSection = defineSection(
  {
    INGRESS_MODE: fields.oneOf(['webhook', 'polling'], 'webhook'),
    WEBHOOK_URL: fields.address(['http', 'https']).optional(),
  },
  (v) => ({
    /** Null: not known, or updates are fetched (polling). Then nobody asks. */
    url: v.INGRESS_MODE === 'polling' || v.WEBHOOK_URL === undefined ? null : webhookAddress(v.WEBHOOK_URL),
  }),
)

const sections = {
  process: processSection,
  bot: botSection,
  database: databaseSection,
  redis: redisSection,
  sending: sendingSection,
  webhook: webhookSection,
}

export type SchedulerConfig = Config<typeof sections>

/** Every variable this service reads. */
export const VARIABLES = Object.values(sections).flatMap((section) => section.variables)

export function loadSchedulerConfig(env: Environment): SchedulerConfig {
  return loadConfig(sections, env)
}
