import { describe, expect, it } from 'vitest'
import { ConfigError } from './config/load.ts'
import { Fault, defineFault } from './fault.ts'
import { createLogger } from './logger.ts'
import type { Logger } from './logger.ts'
import { redisUnreachable } from './redis.ts'

/** Looks like a token; built here, so that no file holds one. */
const SECRET = 'AAF-x_9'.repeat(5)
const TOKEN = ['7342037359', SECRET].join(':')
const ADDRESS = `https://api.telegram.org/bot${TOKEN}/sendMessage`
const DATABASE = 'postgresql://bot:hunter2@db:5432/abitly'
const TEXT = `request to ${ADDRESS} failed, and so did ${DATABASE}`

/** A logger whose lines can be read back. */
function memoryLogger(): { logger: Logger; lines: () => Record<string, unknown>[]; text: () => string } {
  const written: string[] = []
  const destination = { write: (line: string) => written.push(line) }
  return {
    logger: createLogger({ service: 'test', level: 'trace', destination }),
    lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>),
    text: () => written.join(''),
  }
}

const fetchError = Object.assign(new Error(TEXT), { type: 'system', code: 'ECONNRESET', url: ADDRESS })
/** As grammY throws it: the failed request hangs on a property, not on `cause`. */
class HttpError extends Error {
  override readonly name = 'HttpError'
  readonly error: unknown
  constructor(message: string, error: unknown) {
    super(message)
    this.error = error
  }
}
const grammyError = Object.assign(new Error(TEXT), {
  name: 'GrammyError',
  description: TEXT,
  error_code: 400,
  payload: { chat_id: 1, text: TEXT },
})
const replyError = Object.assign(new Error('ERR invalid password'), {
  command: { name: 'auth', args: ['hunter2', TOKEN] },
})
const requestError = Object.assign(new TypeError('fetch failed', { cause: fetchError }), {
  request: { url: ADDRESS, headers: { authorization: TOKEN } },
})

class Odd extends Error {
  override readonly name = 'Odd'
  toJSON(): unknown {
    return { url: ADDRESS }
  }
}

/** Every class of error that occurs here, each holding the token and a password wherever it can. */
const ERRORS: Record<string, unknown> = {
  Error: new Error(TEXT),
  'a TypeError of fetch with its cause': requestError,
  'an HttpError of grammY': new HttpError(TEXT, fetchError),
  'an HttpError of grammY as a cause': new Error('could not send', {
    cause: new HttpError(TEXT, fetchError),
  }),
  'a GrammyError': grammyError,
  AggregateError: new AggregateError([fetchError, new Error(TEXT)], TEXT, { cause: fetchError }),
  'a Fault': new Fault('TEST_FAULT', TEXT, {}, fetchError),
  'a defined fault': defineFault('TEST_DEFINED', 'it broke')({ about: ADDRESS, cause: fetchError }),
  'a fault of Redis': redisUnreachable({ cause: Object.assign(new Error(TEXT), { cause: replyError }) }),
  'a ReplyError of Redis': replyError,
  'a DatabaseError': Object.assign(new Error(TEXT), {
    code: '28P01',
    detail: TEXT,
    client: { url: DATABASE },
  }),
  'a ConfigError': new ConfigError([TEXT]),
  'a DOMException': new DOMException(TEXT, 'AbortError'),
  'an error with its own JSON': new Odd(TEXT),
  'a chain of five causes': [1, 2, 3, 4, 5].reduce<Error>((cause) => new Error(TEXT, { cause }), fetchError),
  'a text': TEXT,
  'an object': { url: ADDRESS, message: TEXT },
}

/** Every way somebody may log something. */
const WAYS: Record<string, (logger: Logger, error: unknown) => void> = {
  'with a message, as we do': (logger, error) => logger.error({ err: error }, 'it failed'),
  'without a message': (logger, error) => logger.error({ err: error }),
  'by itself': (logger, error) => logger.error(error),
  'by itself, with a message': (logger, error) => logger.error(error, 'it failed'),
  'under another name': (logger, error) => logger.error({ error, reason: error }, 'it failed'),
  'inside something': (logger, error) => logger.error({ call: { failure: error } }, 'it failed'),
  'as a part of the message': (logger, error) => logger.error('it failed: %s', String(error)),
  'by a child that knows it': (logger, error) => logger.child({ err: error }).error('it failed'),
}

describe('what the logger writes', () => {
  describe.each(Object.keys(WAYS))('of an error logged %s', (way) => {
    it.each(Object.keys(ERRORS))('holds no token and no password: %s', (kind) => {
      const { logger, text, lines } = memoryLogger()
      WAYS[way]?.(logger, ERRORS[kind])
      expect(text()).not.toContain(SECRET)
      expect(text()).not.toContain(':hunter2@')
      expect(lines()).toHaveLength(1)
    })
  })

  it('says which kind of error, its code and its cause', () => {
    const { logger, lines } = memoryLogger()
    logger.error({ err: redisUnreachable({ cause: fetchError }) }, 'it failed')
    expect(lines()[0]).toMatchObject({
      level: 'error',
      service: 'test',
      msg: 'it failed',
      err: { type: 'Fault', code: 'REDIS_UNREACHABLE', cause: { code: 'ECONNRESET' } },
    })
  })

  it('is one JSON line with the time in ISO form', () => {
    const { logger, lines } = memoryLogger()
    logger.info({ updateId: 5 }, 'handled')
    expect(lines()[0]).toMatchObject({ updateId: 5, msg: 'handled', pid: process.pid })
    expect(lines()[0]?.['time']).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
  })

  it('holds no password of a field that is an address', () => {
    const { logger, text } = memoryLogger()
    logger.info({ url: DATABASE, api: ADDRESS }, 'connecting')
    expect(text()).toContain('postgresql://bot:[secret]@db')
    expect(text()).not.toContain(SECRET)
  })

  it('leaves out what is below its level', () => {
    const written: string[] = []
    const quiet = createLogger({
      service: 'test',
      level: 'warn',
      destination: { write: (line: string) => written.push(line) },
    })
    quiet.info('no')
    quiet.warn('yes')
    expect(written).toHaveLength(1)
  })
})
