import { waitFor } from '@abitly/testing'
import type { Platform } from '../../support/platform.ts'
import type { RunningService } from '../../support/service.ts'
import type { Call } from '../../support/telegram.ts'

const alive = (services: readonly RunningService[]): RunningService[] =>
  services.filter((child) => child.isRunning())

/** Starts what is missing, so that so many workers and schedulers run. */
export async function reviveFleet(platform: Platform, workers: number, schedulers = 1): Promise<void> {
  const missing = (wanted: number, services: readonly RunningService[]): undefined[] =>
    Array.from({ length: Math.max(0, wanted - alive(services).length) })
  await Promise.all([
    ...missing(workers, platform.workers).map(() => platform.startWorker()),
    ...missing(schedulers, platform.schedulers).map(() => platform.startScheduler()),
  ])
}

/** Kills services with `kill -9` and resolves when they are gone. */
export async function killServices(services: readonly RunningService[]): Promise<void> {
  await Promise.all(
    alive(services).map(async (child) => {
      child.kill('SIGKILL')
      await child.exited
    }),
  )
}

/** Kills the worker that has lived longest. */
export async function killWorker({ workers }: Platform): Promise<void> {
  await killServices(alive(workers).slice(0, 1))
}

/** Every bulk send reaches its chat at once and is answered so much later: a process that dies leaves some behind. */
export async function slowSends({ telegram }: Platform, delayMs: number): Promise<void> {
  await telegram.fault({ kind: 'delay', bulk: true, delayMs })
}

/** Messages of campaigns that arrived at Telegram, newest first, those it refused included. */
export async function bulkSends({ telegram }: Platform): Promise<Call[]> {
  const calls = await telegram.calls('sendMessage')
  return calls.filter(({ payload }) => String(payload['text']).startsWith('Broadcast '))
}

/** What `/readyz` of each worker answers: 0 for none. */
async function readiness({ workers }: Platform): Promise<number[]> {
  const ask = async ({ url }: RunningService): Promise<number> => (await fetch(`${url}/readyz`)).status
  return await Promise.all(alive(workers).map((worker) => ask(worker).catch(() => 0)))
}

/** Memory of each worker, in bytes. */
export async function memoryOf({ workers }: Platform): Promise<number[]> {
  return await figureOf(workers, /^process_resident_memory_bytes\{[^}]*\} (\d+)$/m)
}

/** Bulk messages that each worker has sent. */
export async function bulkSentBy({ workers }: Platform): Promise<number[]> {
  return await figureOf(
    workers,
    /^bot_sends_total\{(?=[^}]*lane="bulk")(?=[^}]*outcome="sent")[^}]*\} (\d+)$/m,
  )
}

async function figureOf(workers: readonly RunningService[], figure: RegExp): Promise<number[]> {
  return await Promise.all(
    alive(workers).map(async ({ url }) => {
      const text = await (await fetch(`${url}/metrics`)).text()
      return Number(figure.exec(text)?.[1] ?? 0)
    }),
  )
}

/** Resolves when every worker that lives answers so. */
export async function allAre(platform: Platform, status: number): Promise<void> {
  const agreed = async (): Promise<boolean> => (await readiness(platform)).every((one) => one === status)
  await waitFor(agreed, { what: `all workers to say ${status}`, timeoutMs: 60_000 })
}
