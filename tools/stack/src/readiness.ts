import type { OwnedProcess } from '@abitly/testing'
import { describeExit, waitFor } from '@abitly/testing'
import { StackError } from './stack-error.ts'

const TAIL_LINES = 12
/** A log line with a stack trace can fill a screen by itself. */
const LINE_LENGTH = 300

/** Does the service say at this address that it can work? */
async function isReady(address: string): Promise<boolean> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) })
  await answer.body?.cancel()
  return answer.status === 200
}

/**
 * Resolves when a service is ready.
 * @param withinMs how long it may take; a service that needs longer is not ended
 * @throws StackError with the end of its log when it dies or the time is over
 */
export async function untilReady(service: OwnedProcess, address: string, withinMs: number): Promise<void> {
  const state = await waitFor(
    async () => (service.isRunning() ? (await isReady(address)) && 'ready' : 'dead'),
    {
      what: `${service.name} to be ready`,
      timeoutMs: withinMs,
      intervalMs: 50,
    },
  ).catch(() => 'late')
  if (state === 'ready') return
  const why =
    state === 'dead'
      ? describeExit(await service.exited)
      : `is not ready after ${withinMs / 1000} s (${address})`
  throw new StackError(`${service.name} ${why}. Its log (${service.logFile}) ends with:\n${tailOf(service)}`)
}

/** The last lines a process has written, long ones shortened. */
export function tailOf(service: Pick<OwnedProcess, 'logs'>): string {
  const lines = service.logs().trim().split('\n').slice(-TAIL_LINES)
  const short = (line: string): string =>
    line.length > LINE_LENGTH ? `${line.slice(0, LINE_LENGTH)}...` : line
  return lines.map((line) => `    ${short(line)}`).join('\n')
}
