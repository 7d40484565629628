import { pino } from 'pino'
import type { DestinationStream, Logger as PinoLogger } from 'pino'
import { describeError, scrub } from './scrub.ts'

export type Logger = PinoLogger

export interface LoggerOptions {
  service: string
  /** `trace` … `fatal` or `silent`. */
  level: string
  /** Where the lines go; standard output when absent. */
  destination?: DestinationStream
}

/**
 * JSON lines on standard output. Errors pass one serializer that scrubs tokens and passwords: the message of a
 * failed HTTP call holds the address, and the address of the Bot API holds the token. Each finished line is scrubbed
 * once more, because an error logged without a message lends its own, and because a field may hold an address.
 */
export function createLogger({ service, level, destination }: LoggerOptions): Logger {
  const options = {
    level,
    base: { service, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: (error: unknown) => describeError(error) },
    hooks: { streamWrite: scrub },
  }
  return destination === undefined ? pino(options) : pino(options, destination)
}
