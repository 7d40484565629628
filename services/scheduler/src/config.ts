import {
  botSection,
  databaseSection,
  loadConfig,
  processSection,
  redisSection,
  sendingSection,
} from '@abitly/runtime'
import type { Config, Environment } from '@abitly/runtime'

const sections = {
  process: processSection,
  bot: botSection,
  database: databaseSection,
  redis: redisSection,
  sending: sendingSection,
}

export type SchedulerConfig = Config<typeof sections>

/** Every variable this service reads. */
export const VARIABLES = Object.values(sections).flatMap((section) => section.variables)

export function loadSchedulerConfig(env: Environment): SchedulerConfig {
  return loadConfig(sections, env)
}
