import { FluentBundle, FluentResource } from '@fluent/bundle'
import { describe, expect, it } from 'vitest'
import { choicesOf } from './placeholders.ts'

const TEXTS = `
part = { $quota ->
    [Q1] Quota 1
   *[Q2] Quota 2
}
whole = { $priority ->
    [first] { $name }
   *[later] { part }
} of { $year }
`

describe('the choices of a text', () => {
  it('are its own, and those of what it refers to', () => {
    const bundle = new FluentBundle('en')
    bundle.addResource(new FluentResource(TEXTS))
    expect(choicesOf(bundle, 'whole')).toEqual([
      { by: 'priority', among: ['first', 'later'], rest: 'later' },
      { by: 'quota', among: ['Q1', 'Q2'], rest: 'Q2' },
    ])
    expect(choicesOf(bundle, 'nothing')).toEqual([])
  })
})
