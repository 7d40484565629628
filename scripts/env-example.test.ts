import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { VARIABLES as ingress } from '../services/ingress/src/config.ts'
import { VARIABLES as scheduler } from '../services/scheduler/src/config.ts'
import { VARIABLES as worker } from '../services/worker/src/config.ts'

const SECRETS = /TOKEN|SECRET|PASSWORD/
const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

/** Variables of `npm start` itself: each stands in a schema as `NAME: fields.…`. */
function stackVariables(): string[] {
  const folder = 'tools/stack/src'
  const sources = readdirSync(new URL(`../${folder}`, import.meta.url))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => read(`${folder}/${name}`))
  return [...sources.join('\n').matchAll(/^ +([A-Z][A-Z_]+): fields\./gm)].map((match) => match[1] ?? '')
}

/** Names in order, each with its value and the comment that stands right above it. */
const documented = [...read('.env.example').matchAll(/((?:^#.*\n)*)^([A-Z][A-Z_]*)=(.*)$/gm)].map(
  ([, comment = '', name = '', value = '']) => ({ name, value, comment }),
)
const names = documented.map(({ name }) => name)
const sorted = (list: Iterable<string>): string[] => [...new Set(list)].sort()

describe('.env.example', () => {
  it('names the variables that the services and `npm start` read, and no other', () => {
    const known = [...ingress, ...scheduler, ...worker, ...stackVariables()]
    expect(stackVariables()).toContain('WORKERS')
    expect(sorted(names)).toEqual(sorted(known))
  })

  it('names each once', () => expect(names).toHaveLength(new Set(names).size))

  it('leaves every value empty: a copy of it changes nothing', () => {
    expect(documented.filter(({ value }) => value !== '').map(({ name }) => name)).toEqual([])
  })

  it.each(documented)('says what $name is for', ({ comment }) => {
    expect(comment).toMatch(/^# .{10,}\.$/m)
  })

  it.each(documented.filter(({ name }) => SECRETS.test(name)))('says how to make $name', ({ comment }) => {
    expect(comment).toMatch(/openssl rand -hex \d+|BotFather|Another name of/)
  })
})
