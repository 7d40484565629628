import { freePort, spawnService, waitFor } from '@abitly/testing'
import type { OwnedProcess } from '@abitly/testing'

const SERVICES = {
  simulator: {
    script: 'tools/simulator/dist/main.js',
    ready: '/healthcheck',
    portVariable: 'SIMULATOR_PORT',
  },
  ingress: { script: 'services/ingress/dist/main.js', ready: '/readyz', portVariable: 'PORT' },
  worker: { script: 'services/worker/dist/main.js', ready: '/readyz', portVariable: 'PORT' },
  scheduler: { script: 'services/scheduler/dist/main.js', ready: '/readyz', portVariable: 'PORT' },
} as const

/** A running service; `kill('SIGKILL')` ends it as a crash does. */
export interface RunningService extends OwnedProcess {
  /** e.g. `http://127.0.0.1:40123`: probes and metrics. */
  readonly url: string
}

/** Starts a built service and resolves when it says that it is ready. */
export async function startService(
  name: keyof typeof SERVICES,
  env: Record<string, string>,
  port?: number,
): Promise<RunningService> {
  const { script, ready, portVariable } = SERVICES[name]
  const url = `http://127.0.0.1:${port ?? (await freePort())}`
  const child = await spawnService({ name, script, env: { ...env, [portVariable]: new URL(url).port } })
  const answers = async (): Promise<string | false> => {
    if (!child.isRunning()) return 'dead'
    return (await fetch(`${url}${ready}`)).ok && 'ready'
  }
  const state = await waitFor(answers, { what: `${name} to answer`, timeoutMs: 60_000 })
  if (state === 'dead') throw new Error(`${name} did not start: ${child.logs()}`)
  return { ...child, url }
}
