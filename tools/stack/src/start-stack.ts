import { waitFor } from '@abitly/testing'
import { startOwnPostgres, startOwnRedis } from './backing-servers.ts'
import type { Environment } from './environment.ts'
import { lockRunFolder, unlockRunFolder } from './lock.ts'
import type { RunPaths } from './paths.ts'
import { keepPreviousLogs } from './paths.ts'
import type { StackPlan } from './plan.ts'
import { grantPort } from './ports.ts'
import type { Progress } from './progress.ts'
import type { Releases } from './releases.ts'
import { runCommand } from './run-command.ts'
import type { Addresses, Scripts, ServiceSpec } from './services.ts'
import { databaseEnvironment, localUrl, serviceSpecs, simulatorSpec, webhookUrl } from './services.ts'
import { StackError } from './stack-error.ts'
import type { StackFile } from './stack-file.ts'
import { removeStackFile, writeStackFile } from './stack-file.ts'
import type { SupervisedServer } from './supervise-server.ts'
import type { SupervisedService } from './supervise-service.ts'
import { superviseService } from './supervise-service.ts'

export interface StackContext {
  readonly plan: StackPlan
  readonly paths: RunPaths
  readonly scripts: Scripts
  /** The environment of `npm start`, `.env` included. */
  readonly user: Environment
  readonly progress: Progress
  readonly releases: Releases
}

/**
 * Starts everything in the order it is needed, each part owned by `releases` from the moment it runs.
 * @returns what stands in stack.json
 * @throws StackError when a part does not start
 */
export async function startStack(context: StackContext): Promise<StackFile> {
  const { plan, paths, progress, releases } = context
  await lockRunFolder(paths, progress.note)
  keepPreviousLogs(paths)
  releases.own({ name: 'lock', stop: () => unlockRunFolder(paths) })
  const ports = await grantPorts(plan)
  const at: Addresses = { ...ports, ...(await startBackingServers(context)) }
  await prepareDatabase(context, at)
  await freePollingLock(context, at)

  const services: SupervisedService[] = []
  const file = (): StackFile => describe(plan, at, services)
  let ready = false
  const run = async (specs: readonly ServiceSpec[]): Promise<void> => {
    const changed = (): void => {
      if (ready) writeStackFile(paths.stack, file())
    }
    services.push(...(await startServices(context, specs, changed)))
  }
  if (at.simulatorPort !== null) {
    await run([simulatorSpec(plan, at.simulatorPort, paths.simulator, context.user)])
  }
  await run(serviceSpecs(plan, at, context.user))
  await webhookRegistered(context, at)
  ready = true
  writeStackFile(paths.stack, file())
  releases.own({
    name: 'stack.json',
    stop: () => {
      ready = false
      removeStackFile(paths.stack)
    },
  })
  return file()
}

async function grantPorts({ ingressPort, simulatorPort }: StackPlan) {
  return {
    ingressPort: await grantPort(ingressPort),
    simulatorPort: simulatorPort === null ? null : await grantPort(simulatorPort),
  }
}

/** PostgreSQL and Redis of our own, where none are given. */
async function startBackingServers({ plan, paths, progress, releases }: StackContext) {
  const own = async (name: string, start: () => Promise<SupervisedServer>): Promise<string> => {
    const server = await progress.step(name, () => start().catch(explainAs(name)))
    releases.own({ name, stop: () => server.stop(), kill: () => server.kill() })
    return server.url
  }
  return {
    databaseUrl: plan.databaseUrl ?? (await own('PostgreSQL', () => startOwnPostgres(paths, progress.note))),
    redisUrl: plan.redisUrl ?? (await own('Redis', () => startOwnRedis(paths, progress.note))),
  }
}

function explainAs(name: string): (error: unknown) => never {
  return (error) => {
    throw new StackError(
      `${name} does not start: ${error instanceof Error ? error.message : String(error)}`,
      {
        cause: error,
      },
    )
  }
}

async function prepareDatabase(
  { plan, paths, scripts, user, progress }: StackContext,
  at: Addresses,
): Promise<void> {
  const env = { ...user, ...databaseEnvironment(plan, at.databaseUrl) }
  await progress.step('Migrations', () => runCommand(scripts.cli, 'migrate', env, paths))
  await progress.step('Catalogue', () => runCommand(scripts.cli, 'seed', env, paths))
}

/** In a Redis of our own only a killed stack can have left the lock, and what was left of that one is gone. */
async function freePollingLock({ plan, paths, scripts, user }: StackContext, at: Addresses): Promise<void> {
  if (plan.ingressMode !== 'polling' || plan.redisUrl !== null) return
  await runCommand(scripts.cli, 'release-lock', { ...user, REDIS_URL: at.redisUrl }, paths, ['--yes'])
}

async function startServices(
  { paths, scripts, progress, releases }: StackContext,
  specs: readonly ServiceSpec[],
  changed: () => void,
): Promise<SupervisedService[]> {
  const started: SupervisedService[] = []
  const names = describeSpecs(specs)
  releases.own({
    name: names,
    stop: () => Promise.all(started.map((service) => service.stop())),
    kill: () => started.forEach((service) => service.kill()),
  })
  await progress.step(names, async () => {
    for (const spec of specs) {
      const places = { script: scripts[spec.service], paths }
      started.push(await superviseService(spec, places, { note: progress.note, changed }))
    }
    await Promise.all(started.map((service) => service.ready))
  })
  return started
}

/** `ingress, 2 workers, 2 schedulers`. */
function describeSpecs(specs: readonly ServiceSpec[]): string {
  const counts = new Map<string, number>()
  for (const { service } of specs) counts.set(service, (counts.get(service) ?? 0) + 1)
  return [...counts].map(([service, count]) => (count === 1 ? service : `${count} ${service}s`)).join(', ')
}

/** Ingress tells Telegram its address in its own time; until then a message would wait. Only the simulator is asked. */
async function webhookRegistered({ plan, progress }: StackContext, at: Addresses): Promise<void> {
  const { simulatorPort } = at
  if (simulatorPort === null || plan.ingressMode === 'polling') return
  const registered = async (): Promise<boolean> => {
    const answer = await fetch(`${localUrl(simulatorPort)}/bot${plan.botToken}/getWebhookInfo`)
    const { result } = (await answer.json()) as { result?: { url?: string } }
    return (result?.url ?? '') !== ''
  }
  const waiting = waitFor(registered, { what: 'ingress to register its webhook', timeoutMs: 20_000 })
  await progress.step('Webhook', () => waiting)
}

function describe(plan: StackPlan, at: Addresses, services: readonly SupervisedService[]): StackFile {
  return {
    ingressUrl: localUrl(at.ingressPort),
    webhookUrl: webhookUrl(plan, at),
    webhookSecret: plan.webhookSecret,
    simulatorUrl: at.simulatorPort === null ? null : localUrl(at.simulatorPort),
    databaseUrl: at.databaseUrl,
    redisUrl: at.redisUrl,
    botToken: plan.botToken,
    adminIds: plan.adminIds,
    apiSecret: plan.apiSecret,
    processes: services
      .filter((service) => service.spec.service !== 'simulator')
      .map((service) => ({
        service: service.spec.service,
        index: service.spec.index,
        pid: service.pid(),
        metricsUrl: `${localUrl(service.port())}/metrics`,
      })),
  }
}
