import { describe, expect, it } from 'vitest'
import { Fault, defineFault, isEnvironmental } from './fault.ts'

const broken = defineFault('TEST_BROKEN', 'It is broken; mend it')
const away = defineFault('TEST_AWAY', 'It is away; wait', { environment: true })

describe('defineFault', () => {
  it('makes errors that carry code, message and cause', () => {
    const cause = new Error('crack')
    const fault = broken({ about: 'the left one', cause })
    expect(fault).toBeInstanceOf(Fault)
    expect(fault).toBeInstanceOf(Error)
    expect(fault).toMatchObject({
      name: 'Fault',
      code: 'TEST_BROKEN',
      message: 'It is broken; mend it (the left one)',
      environment: false,
      retryAfterMs: undefined,
      cause,
    })
  })

  it('needs no details, and then has no cause at all', () => {
    expect(broken().message).toBe('It is broken; mend it')
    expect('cause' in broken()).toBe(false)
  })

  it('tells its code without an instance', () => expect(broken.code).toBe('TEST_BROKEN'))

  it('carries how long the surroundings asked us to wait', () => {
    expect(away({ retryAfterMs: 3_000 })).toMatchObject({ environment: true, retryAfterMs: 3_000 })
  })

  it('lets no instance change the next', () => {
    away({ retryAfterMs: 3_000 })
    expect(away().retryAfterMs).toBeUndefined()
  })
})

describe('isEnvironmental', () => {
  const wrap = (error: unknown, times: number): unknown =>
    times === 0 ? error : wrap(new Error('outer', { cause: error }), times - 1)

  it.each<[string, unknown, boolean]>([
    ['such a fault', away(), true],
    ['another fault', broken(), false],
    ['such a fault as the cause of another', broken({ cause: away() }), true],
    ['such a fault four causes deep', wrap(away(), 4), true],
    ['an error', new Error('x'), false],
    ['an object that pretends', { environment: true }, false],
    ['nothing', undefined, false],
  ])('of %s', (_what, error, expected) => expect(isEnvironmental(error)).toBe(expected))

  it('ends at a cause that is its own cause', () => {
    const error = new Error('round')
    error.cause = error
    expect(isEnvironmental(error)).toBe(false)
  })
})
