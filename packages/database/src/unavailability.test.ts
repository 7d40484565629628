import { describe, expect, it } from 'vitest'
import { databaseRejected, databaseUnavailable, translate } from './faults.ts'
import { isUnavailable } from './unavailability.ts'

/** As Prisma wraps what the driver adapter made of an error of the driver. */
function known(code: string, cause: object): Error {
  const driverAdapterError = Object.assign(new Error('adapter'), { name: 'DriverAdapterError', cause })
  return Object.assign(new Error('known'), {
    name: 'PrismaClientKnownRequestError',
    code,
    meta: { driverAdapterError },
  })
}

function coded(code: string, message = 'said'): Error {
  return Object.assign(new Error(message), { code })
}

describe('the surroundings failed', () => {
  it.each([
    ['a refused connection', coded('ECONNREFUSED')],
    ['a reset connection', coded('ECONNRESET')],
    ['an unknown host', coded('ENOTFOUND')],
    ['a refused connection, of a model call', known('P1001', { kind: 'DatabaseNotReachable' })],
    ['a refused connection, of a raw call', known('P2010', { kind: 'DatabaseNotReachable' })],
    ['a server killed during a query', new Error('Connection terminated unexpectedly')],
    [
      'a server killed between two queries',
      new Error('Client has encountered a connection error and is not queryable'),
    ],
    ['a pool without a free connection', new Error('timeout exceeded when trying to connect')],
    ['a closed pool', new Error('Cannot use a pool after calling end on the pool')],
    ['no connection for a transaction', known('P2028', {})],
    ['a transaction that took too long', coded('P2028')],
    [
      'a shutdown by the administrator',
      known('P2010', { kind: 'postgres', code: '57P01', originalCode: '57P01' }),
    ],
    ['a server that is starting', coded('57P03')],
    ['too many connections', known('P2037', { kind: 'TooManyConnections' })],
    ['a full disk', coded('53100')],
    ['a serialisation failure', known('P2034', { kind: 'TransactionWriteConflict' })],
    [
      'a deadlock, of a raw call',
      known('P2010', { kind: 'TransactionWriteConflict', originalCode: '40P01' }),
    ],
    ['a statement that took too long', known('P2010', { kind: 'postgres', code: '57014' })],
    ['a lock that did not come free', coded('55P03')],
    ['a replica after a fail-over', coded('25006')],
    ['a password that was changed', coded('28P01')],
    ['a certificate nobody trusts', coded('UNABLE_TO_VERIFY_LEAF_SIGNATURE')],
    ['a certificate nobody trusts, of a model call', known('P1011', { kind: 'TlsConnectionError' })],
    [
      'any of these as a cause',
      new Error('above', { cause: new Error('between', { cause: coded('ECONNRESET') }) }),
    ],
  ])('%s', (_, error) => {
    expect(isUnavailable(error)).toBe(true)
    expect(translate(error)).toMatchObject({ code: 'DATABASE_UNAVAILABLE', environment: true, cause: error })
  })
})

describe('the call was wrong', () => {
  it.each([
    [
      'a broken unique constraint',
      known('P2002', { kind: 'UniqueConstraintViolation', originalCode: '23505' }),
    ],
    ['a broken check', known('P2010', { kind: 'postgres', code: '23514' })],
    ['a missing row it refers to', known('P2003', { kind: 'ForeignKeyConstraintViolation' })],
    ['a missing table', known('P2021', { kind: 'TableDoesNotExist' })],
    ['a syntax error', Object.assign(coded('42601'), { severity: 'ERROR' })],
    ['a transaction that goes on after an error', known('P2010', { kind: 'postgres', code: '25P02' })],
  ])('%s', (_, error) => {
    expect(isUnavailable(error)).toBe(false)
    expect(translate(error)).toMatchObject({ code: 'DATABASE_REJECTED', environment: false })
  })
})

describe('translate', () => {
  it.each([
    ['a mistake in our code', new TypeError('x is undefined')],
    ['a fault of another boundary', databaseRejected()],
    ['a fault that was translated before', databaseUnavailable({ cause: coded('ECONNRESET') })],
    ['no error at all', undefined],
  ])('passes on %s', (_, error) => {
    expect(translate(error)).toBe(error)
  })

  it('tells which rule was broken, and nothing of the row that broke it', () => {
    const cause = {
      kind: 'UniqueConstraintViolation',
      originalCode: '23505',
      constraint: { index: 'telegram_users_web_user_id_key' },
      detail: 'Key (first_name)=(Olha) already exists.',
    }
    const fault = translate(known('P2002', cause))
    expect(String(fault)).toContain('P2002 23505 telegram_users_web_user_id_key')
    expect(JSON.stringify(fault, Object.getOwnPropertyNames(fault))).not.toContain('Olha')
  })

  it('does not quote a value that has the wrong form', () => {
    const cause = {
      kind: 'postgres',
      code: '22P02',
      originalCode: '22P02',
      message: 'invalid input syntax: "Olha"',
    }
    expect(String(translate(known('P2010', cause)))).not.toContain('Olha')
  })
})
