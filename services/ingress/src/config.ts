import {
  botSection,
  databaseSection,
  defineSection,
  environmentField,
  fields,
  loadConfig,
  processSection,
  redisSection,
  sendingSection,
} from '@abitly/runtime'
import type { Config, Environment } from '@abitly/runtime'
import { webhookAddress } from '@abitly/telegram'

const webhookSection = defineSection(
  {
    ENVIRONMENT: environmentField,
    INGRESS_MODE: fields.oneOf(['webhook', 'polling'], 'webhook'),
    WEBHOOK_URL: fields.address(['http', 'https']).optional(),
    WEBHOOK_SECRET: fields.text
      .regex(/^[A-Za-z0-9_-]{1,256}$/, 'must be 1 to 256 characters A-Z a-z 0-9 _ -')
      .optional(),
    LANE_MAX_DEPTH: fields.wholeNumber(200, { min: 1, max: 100_000 }),
    TRUST_PROXY: fields.flag(false),
  },
  (v, problem) => {
    const polling = v.INGRESS_MODE === 'polling'
    if (polling && v.ENVIRONMENT === 'production') {
      problem('INGRESS_MODE', 'polling is for development only: production needs webhook and WEBHOOK_URL')
    }
    if (!polling && v.WEBHOOK_SECRET === undefined)
      problem('WEBHOOK_SECRET', 'is required: make one with `openssl rand -hex 32`')
    if (!polling && v.WEBHOOK_URL === undefined)
      problem('WEBHOOK_URL', 'is required: the public address Telegram posts to')
    return {
      /** Null: no webhook, updates are fetched (polling). */
      endpoint: polling
        ? null
        : { url: webhookAddress(v.WEBHOOK_URL ?? 'http://unset'), secret: v.WEBHOOK_SECRET ?? '' },
      laneMaxDepth: v.LANE_MAX_DEPTH,
      trustProxy: v.TRUST_PROXY,
    }
  },
)

const sections = {
  process: processSection,
  bot: botSection,
  database: databaseSection,
  redis: redisSection,
  sending: sendingSection,
  webhook: webhookSection,
}

export type IngressConfig = Config<typeof sections>

/** Every variable this service reads. */
export const VARIABLES = Object.values(sections).flatMap((section) => section.variables)

export function loadIngressConfig(env: Environment): IngressConfig {
  return loadConfig(sections, env)
}
