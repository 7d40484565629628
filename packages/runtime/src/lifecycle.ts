import { ConfigError } from './config/load.ts'
import { createLogger } from './logger.ts'
import type { Logger } from './logger.ts'

/** Gives something back; `exitCode` 0: the service was asked to stop, else it ends because something broke. */
export type Release = (exitCode: number) => unknown

/** Registers how something acquired is given back. Releases run in reverse order of acquisition. */
export type Own = (name: string, release: Release) => void

export interface ServiceContext {
  readonly own: Own
  readonly logger: Logger
  /** Aborts when the service begins to stop: loops end, long waits break off. */
  readonly stopping: AbortSignal
  /** Ends the service, which cannot do its work any more: everything is released, and the exit code is 1. */
  readonly fail: (why: Error) => void
}

/** How long a stop may take before the process ends anyway, in milliseconds. */
const STOP_DEADLINE_MS = 25_000

/**
 * Runs one service from configuration to exit.
 *
 * `build` acquires what it needs in order and registers each release with `own`; once it resolves the service runs.
 * The first SIGTERM or SIGINT releases everything in reverse order under a deadline and exits 0; a second one ends
 * at once. A boot that fails releases what was opened and exits 1.
 */
export async function runService<C extends { process: { logLevel: string } }>(
  name: string,
  loadConfiguration: () => C,
  build: (config: C, context: ServiceContext) => Promise<void>,
): Promise<void> {
  const config = configOrExit(name, loadConfiguration)
  const logger = createLogger({ service: name, level: config.process.logLevel })
  const releases: { name: string; release: Release }[] = []
  const stopper = new AbortController()
  let stopped: Promise<void> | undefined

  const stop = (code: number): Promise<void> => {
    stopped ??= (async () => {
      stopper.abort()
      setTimeout(() => exitNow(logger, 'stopping took too long', 1), STOP_DEADLINE_MS).unref()
      await releaseAll(releases, code, logger)
      logger.info({ code }, 'stopped')
      process.exit(code)
    })()
    return stopped
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopper.signal.aborted) exitNow(logger, 'second signal', 1)
      logger.info({ signal }, 'stopping')
      void stop(0)
    })
  }
  const crash = (error: unknown): void => {
    logger.fatal({ err: error }, 'unexpected error, stopping')
    void stop(1)
  }
  const fail = (why: Error): void => {
    if (!stopper.signal.aborted) logger.fatal({ err: why }, 'cannot go on, stopping')
    void stop(1)
  }
  process.on('uncaughtException', crash)
  process.on('unhandledRejection', crash)

  try {
    await build(config, {
      logger,
      stopping: stopper.signal,
      fail,
      own: (what, release) => releases.push({ name: what, release }),
    })
    if (!stopper.signal.aborted) logger.info('running')
  } catch (error) {
    if (!stopper.signal.aborted) logger.fatal({ err: error }, 'could not start')
    await stop(stopper.signal.aborted ? 0 : 1)
  }
}

async function releaseAll(
  releases: { name: string; release: Release }[],
  exitCode: number,
  logger: Logger,
): Promise<void> {
  for (let next = releases.pop(); next !== undefined; next = releases.pop()) {
    try {
      await next.release(exitCode)
    } catch (error) {
      // One thing that cannot be closed must not keep the others open.
      logger.error({ err: error, what: next.name }, 'could not close')
    }
  }
}

function configOrExit<C>(name: string, loadConfiguration: () => C): C {
  try {
    return loadConfiguration()
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(
      `${name} cannot start. ${error.message}\nEach variable is explained in .env.example.\n`,
    )
    process.exit(1)
  }
}

function exitNow(logger: Logger, why: string, code: number): never {
  logger.warn({ why }, 'ending at once')
  process.exit(code)
}
