import { join } from 'node:path'
import type { Environment } from './environment.ts'
import type { StackPlan } from './plan.ts'

export type ServiceName = 'simulator' | 'ingress' | 'worker' | 'scheduler'

/** One process of the stack. */
export interface ServiceSpec {
  readonly service: ServiceName
  /** From 1, counted within its service. */
  readonly index: number
  /** Its port; without one it takes any free one, a new one at each start. */
  readonly port?: number
  /** Answers 200 once it can work. */
  readonly readyPath: '/readyz' | '/healthcheck'
  readonly env: Environment
}

/** Where the parts of this stack stand, once they are known. */
export interface Addresses {
  readonly databaseUrl: string
  readonly redisUrl: string
  readonly ingressPort: number
  readonly simulatorPort: number | null
}

/** The file node runs for each. */
export type Scripts = Readonly<Record<ServiceName | 'cli', string>>

/** The built ones of this copy of the project. */
export function builtScripts(projectDir: string): Scripts {
  const main = (folder: string): string => join(projectDir, folder, 'dist', 'main.js')
  return {
    simulator: main('tools/simulator'),
    ingress: main('services/ingress'),
    worker: main('services/worker'),
    scheduler: main('services/scheduler'),
    cli: main('tools/cli'),
  }
}

export const localUrl = (port: number): string => `http://127.0.0.1:${port}`

/** Where Telegram, simulated or not, posts updates; null when ingress fetches them itself. */
export function webhookUrl(plan: StackPlan, { ingressPort }: Addresses): string | null {
  if (plan.ingressMode === 'polling') return null
  return plan.webhookUrl ?? `${localUrl(ingressPort)}/telegram/webhook`
}

/** Variables of the database, for services and the command line alike. */
export function databaseEnvironment(plan: StackPlan, databaseUrl: string): Environment {
  return { DATABASE_URL: databaseUrl, DB_SCHEMA: plan.schema, DB_SSL: String(plan.databaseTls) }
}

/**
 * What each service is run with: the user's environment, and over it what this stack has decided.
 * @param user the environment of `npm start`, `.env` included
 */
export function serviceSpecs(plan: StackPlan, at: Addresses, user: Environment): ServiceSpec[] {
  const apiRoot = at.simulatorPort === null ? plan.apiRoot : localUrl(at.simulatorPort)
  const env: Environment = {
    ...user,
    ...databaseEnvironment(plan, at.databaseUrl),
    ENVIRONMENT: user['ENVIRONMENT'] ?? 'development',
    BOT_TOKEN: plan.botToken,
    ADMIN_IDS: plan.adminIds.join(','),
    TELEGRAM_API_ROOT: apiRoot ?? undefined,
    TELEGRAM_BOT_API_SECRET: plan.apiSecret,
    REDIS_URL: at.redisUrl,
    LOG_LEVEL: user['LOG_LEVEL'] ?? 'info',
    INGRESS_MODE: plan.ingressMode,
    WEBHOOK_URL: webhookUrl(plan, at) ?? undefined,
    WEBHOOK_SECRET: plan.webhookSecret,
  }
  const many = (service: ServiceName, count: number): ServiceSpec[] =>
    Array.from({ length: count }, (_, i) => spec(service, i + 1, env))
  return [
    spec('ingress', 1, env, at.ingressPort),
    ...many('worker', plan.workers),
    ...many('scheduler', plan.schedulers),
  ]
}

export function simulatorSpec(
  plan: StackPlan,
  port: number,
  stateFile: string,
  user: Environment,
): ServiceSpec {
  const env: Environment = {
    ...user,
    SIMULATOR_BOT_TOKEN: plan.botToken,
    SIMULATOR_ADMIN_IDS: plan.adminIds.join(','),
    SIMULATOR_STATE_FILE: stateFile,
    SIMULATOR_PORT: String(port),
  }
  return spec('simulator', 1, env, port)
}

function spec(service: ServiceName, index: number, env: Environment, port?: number): ServiceSpec {
  // The simulator needs nothing but itself: up is ready.
  const readyPath = service === 'simulator' ? '/healthcheck' : '/readyz'
  // The same name at every start: one that is started again takes the place of the one that died.
  const named = { ...env, INSTANCE_NAME: `${service}-${index}` }
  return { service, index, readyPath, env: named, ...(port === undefined ? {} : { port }) }
}
