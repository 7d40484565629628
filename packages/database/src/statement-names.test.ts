import { describe, expect, it } from 'vitest'
import { statementNames } from './statement-names.ts'

describe('statementNames', () => {
  it('gives one text one name and another text another', () => {
    const nameOf = statementNames()
    const first = nameOf({ sql: 'SELECT $1', args: [1] })
    expect(first).not.toBe('')
    expect(nameOf({ sql: 'SELECT $1', args: [2] })).toBe(first)
    expect(nameOf({ sql: 'SELECT $2', args: [1] })).not.toBe(first)
  })

  it('leaves BEGIN and its like without one', () => {
    expect(statementNames()({ sql: 'BEGIN', args: [] })).toBe('')
  })

  it('stops naming when there are too many texts', () => {
    const nameOf = statementNames()
    const names = Array.from({ length: 500 }, (_, index) => nameOf({ sql: `SELECT ${index}, $1`, args: [1] }))
    expect(new Set(names).size).toBe(201)
    expect(names.at(-1)).toBe('')
  })
})
