import { describe, expect, it } from 'vitest'
import { describeFailure } from './engine-failure.ts'

describe('describeFailure', () => {
  it("keeps what happened and in which migration, without the engine's own frames", () => {
    const error = new Error(
      'ERROR: syntax error at or near "TABEL"\n   0: sql_schema_connector::apply_script\n           with migration_name="2027_bad"\n   1: more',
    )
    expect(describeFailure(error)).toEqual({
      code: undefined,
      message: 'ERROR: syntax error at or near "TABEL" (migration 2027_bad)',
    })
  })

  it('keeps the code', () => {
    expect(describeFailure(Object.assign(new Error('no'), { code: 'P3009' }))).toEqual({
      code: 'P3009',
      message: 'no',
    })
  })

  it('survives what is no error', () => {
    expect(describeFailure('panic').message).toContain('without a reason')
  })
})
