import { request } from 'node:http'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { waitFor } from '../wait-for.ts'
import type { ControlledServer } from './controlled-server.ts'
import { freePort } from './free-port.ts'

export interface ContainerSpec {
  readonly name: string
  readonly image: string
  /** The port inside the container. */
  readonly port: number
  readonly command: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  /** Where the data outlives the container. Default: nowhere. */
  readonly mount?: { readonly source: string; readonly target: string }
  url(host: string, port: number): string
  /** Rejects as long as the server does not answer. */
  probe(host: string, port: number): Promise<unknown>
}

/**
 * Runs a server in a container, by whichever Docker-compatible engine answers. Testcontainers' reaper removes it when
 * this process dies. Loaded only here: the library is large and rarely needed.
 */
export async function startContainer(spec: ContainerSpec): Promise<ControlledServer> {
  const { GenericContainer, Wait, getContainerRuntimeClient } = await import('testcontainers')
  const port = await freePort()
  const container = new GenericContainer(spec.image)
    .withExposedPorts({ container: spec.port, host: port })
    .withCommand([...spec.command])
    .withEnvironment({ ...spec.environment })
    .withBindMounts(spec.mount === undefined ? [] : [spec.mount])
    .withAutoRemove(false)
    .withWaitStrategy(Wait.forListeningPorts())
  const started = await container.start()
  const handle = (await getContainerRuntimeClient()).container.getById(started.getId())
  const host = started.getHost()
  const answers = async (): Promise<void> => {
    const probe = (): Promise<boolean> => spec.probe(host, port).then(() => true)
    await waitFor(probe, { what: `${spec.name} in its container to answer`, timeoutMs: 60_000 })
  }
  await answers()

  let running = true
  let gone = watch()
  async function watch(): Promise<string> {
    const { StatusCode } = (await handle.wait()) as { StatusCode: number }
    running = false
    return `exited with code ${StatusCode}`
  }
  return {
    url: spec.url(host, port),
    port,
    pid: () => undefined,
    isRunning: () => running,
    kill: async (signal = 'SIGKILL') => {
      await handle.kill({ signal })
      await gone
    },
    pause: async () => {
      await handle.pause()
    },
    resume: async () => {
      await handle.unpause()
    },
    restart: async () => {
      if (running) await handle.stop()
      await gone
      await handle.start()
      running = true
      gone = watch()
      await answers()
    },
    stop: async () => {
      await started.stop({ timeout: 10_000, remove: true })
    },
    exited: () => gone,
    logs: () => `see the log of container ${started.getName()}`,
  }
}

/** Does a Docker-compatible engine answer? Asks its socket, which costs a millisecond. */
export async function engineAnswers(env: NodeJS.ProcessEnv): Promise<boolean> {
  for (const target of engineAddresses(env)) {
    if (await ping(target)) return true
  }
  return false
}

type EngineAddress = { socketPath: string } | { host: string; port: number }

function engineAddresses(env: NodeJS.ProcessEnv): EngineAddress[] {
  const given = env['DOCKER_HOST']
  if (given?.startsWith('unix://') === true) return [{ socketPath: given.slice('unix://'.length) }]
  if (given !== undefined && URL.canParse(given)) {
    const url = new URL(given.replace(/^tcp:/, 'http:'))
    return [{ host: url.hostname, port: Number(url.port || 2375) }]
  }
  const sockets = ['/var/run/docker.sock', join(homedir(), '.docker/run/docker.sock')]
  const runtimeDir = env['XDG_RUNTIME_DIR']
  if (runtimeDir !== undefined) sockets.push(join(runtimeDir, 'docker.sock'))
  return sockets.map((socketPath) => ({ socketPath }))
}

function ping(target: EngineAddress): Promise<boolean> {
  return new Promise((resolve) => {
    const call = request({ ...target, path: '/_ping', timeout: 1_000 }, (answer) => {
      answer.resume()
      resolve(answer.statusCode === 200)
    })
    call.on('timeout', () => call.destroy())
    call.on('error', () => resolve(false))
    call.end()
  })
}
