import type { SharedServers } from '@abitly/testing'
import type { TestProject } from 'vitest/node'
import { startSharedServers } from './shared-servers.ts'

declare module 'vitest' {
  interface ProvidedContext {
    servers: SharedServers
  }
}

interface Shared {
  started: Promise<{ servers: SharedServers; stop: () => Promise<void> }>
  users: number
}

/** Every project loads this file anew; what they share lives here. */
const shared: { [key: symbol]: Shared | undefined } = globalThis
const KEY = Symbol.for('abitly.tests.servers')

/** Starts the servers once per run, however many projects need them, and stops them with the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const here = (shared[KEY] ??= { started: startSharedServers(), users: 0 })
  here.users += 1
  const { servers, stop } = await here.started
  project.provide('servers', servers)
  return async () => {
    here.users -= 1
    if (here.users > 0) return
    shared[KEY] = undefined
    await stop()
  }
}
