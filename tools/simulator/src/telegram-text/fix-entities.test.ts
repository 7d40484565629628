import { describe, expect, it } from 'vitest'
import { addFound, fixEntities } from './fix-entities.ts'

const at = (
  type: string,
  offset: number,
  length: number,
): { type: string; offset: number; length: number } => ({
  type,
  offset,
  length,
})

describe('fixEntities', () => {
  it('unites touching styles of one kind', () => {
    expect(fixEntities([at('bold', 0, 2), at('bold', 2, 2), at('bold', 6, 1)])).toEqual([
      at('bold', 0, 4),
      at('bold', 6, 1),
    ])
  })

  it('cuts styles around code', () => {
    expect(fixEntities([at('bold', 0, 9), at('code', 3, 3)])).toEqual([
      at('bold', 0, 3),
      at('code', 3, 3),
      at('bold', 6, 3),
    ])
  })

  it('keeps the first of two links that intersect', () => {
    expect(fixEntities([at('text_link', 0, 4), at('code', 2, 4)])).toEqual([at('text_link', 0, 4)])
  })

  it('puts the outermost first', () => {
    expect(fixEntities([at('italic', 0, 3), at('bold', 0, 3), at('blockquote', 0, 3)])).toEqual([
      at('blockquote', 0, 3),
      at('bold', 0, 3),
      at('italic', 0, 3),
    ])
  })
})

describe('addFound', () => {
  it('leaves out what lies in code or a stated link', () => {
    const given = [at('code', 0, 5), at('bold', 6, 5)]
    expect(addFound(given, [at('url', 2, 2), at('url', 6, 3)])).toEqual([
      at('code', 0, 5),
      at('bold', 6, 5),
      at('url', 6, 3),
    ])
  })
})
