import { describe, expect, it } from 'vitest'
import { flag, oneOf, optionalText, text, wholeNumber } from './fields.ts'
import { ConfigError, defineSection, loadConfig } from './load.ts'
import type { Environment } from './load.ts'

const plain = <T>(value: T): T => value
const sections = {
  shop: defineSection(
    {
      NAME: optionalText,
      COLOUR: oneOf(['red', 'green'], 'red'),
      SIZE: wholeNumber(10, { min: 1, max: 99 }),
      OPEN: flag(false),
    },
    (v, problem) => {
      if (v.NAME === undefined) problem('NAME', 'is required: what the shop is called')
      return plain(v)
    },
  ),
  street: defineSection({ HOUSE: wholeNumber(1, { min: 1, max: 200 }) }, plain),
}
const load = (env: Environment) => loadConfig(sections, { NAME: 'Сонях', ...env })

function problemsOf(env: Environment): readonly string[] {
  try {
    loadConfig(sections, env)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

describe('loadConfig', () => {
  it('gives defaults for what is not set', () => {
    expect(load({})).toEqual({
      shop: { NAME: 'Сонях', COLOUR: 'red', SIZE: 10, OPEN: false },
      street: { HOUSE: 1 },
    })
  })

  it.each([[''], ['  '], ['\t\n']])('counts a variable that holds %j as not set', (empty) => {
    expect(load({ COLOUR: empty, SIZE: empty, OPEN: empty }).shop).toMatchObject({ COLOUR: 'red', SIZE: 10 })
    expect(problemsOf({ NAME: empty })).toEqual(['NAME: is required: what the shop is called'])
  })

  it('ignores white space around values, as files and copies leave it', () => {
    expect(load({ NAME: ' Мак\n', COLOUR: ' Green ', SIZE: ' 7 ', OPEN: 'TRUE ' }).shop).toEqual({
      NAME: 'Мак',
      COLOUR: 'green',
      SIZE: 7,
      OPEN: true,
    })
  })

  it('ignores variables it does not know', () => {
    expect(load({ SOMETHING_ELSE: 'x' })).toEqual(load({}))
  })

  it('tells all problems at once, of every section and of both kinds', () => {
    expect(problemsOf({ COLOUR: 'blue', SIZE: '0', HOUSE: 'x' })).toEqual([
      'COLOUR: must be one of red, green',
      'SIZE: must be a whole number, 1 to 99',
      'NAME: is required: what the shop is called',
      'HOUSE: must be a whole number, 1 to 200',
    ])
  })

  it('tells one problem once, although two sections read the variable', () => {
    const shared = () => defineSection({ COLOUR: oneOf(['red', 'green'], 'red') }, plain)
    const twice = () => loadConfig({ one: shared(), two: shared() }, { COLOUR: 'blue' })
    expect(twice).toThrow('1 problem(s)')
  })

  it('does not call a variable missing that is there but wrong', () => {
    const section = defineSection(
      { CODE: text.regex(/^\d+$/, 'must be digits').optional() },
      (v, problem) => {
        if (v.CODE === undefined) problem('CODE', 'is required')
      },
    )
    expect(() => loadConfig({ section }, { CODE: 'abc' })).toThrow(/^[^]*CODE: must be digits$/)
  })

  it('never repeats a value', () => {
    const secret = 'hunter2hunter2'
    const everywhere = { NAME: '', COLOUR: secret, SIZE: secret, OPEN: secret, HOUSE: secret }
    const problems = problemsOf(everywhere)
    expect(problems).toHaveLength(5)
    expect(problems.join('\n')).not.toContain(secret)
  })
})

describe('wholeNumber', () => {
  const size = (value: string) => problemsOf({ NAME: 'x', SIZE: value })

  it.each(['1', '99', '007'])('accepts %s', (value) => expect(size(value)).toEqual([]))

  it.each(['0', '100', '-1', '1.5', '1e1', '0x10', 'NaN', 'Infinity', '١٢', '9'.repeat(40)])(
    'refuses %s',
    (value) => expect(size(value)).toEqual(['SIZE: must be a whole number, 1 to 99']),
  )

  it('names only the lower end where there is no upper one', () => {
    const section = defineSection({ N: wholeNumber(1, { min: 3 }) }, plain)
    expect(() => loadConfig({ section }, { N: '2' })).toThrow('N: must be a whole number, 3 or more')
  })
})

describe('flag', () => {
  it.each(['true', '1', 'yes', 'Yes', 'TRUE'])('understands %s', (value) =>
    expect(load({ OPEN: value }).shop.OPEN).toBe(true),
  )
  it.each(['false', '0', 'no', 'False'])('understands %s', (value) =>
    expect(load({ OPEN: value }).shop.OPEN).toBe(false),
  )
  it('refuses anything else: a typo must not turn a guard off', () => {
    expect(problemsOf({ NAME: 'x', OPEN: 'ture' })).toEqual(['OPEN: must be true or false'])
  })
})
