import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const LEFT_OUT = /node_modules|\bdist\b|generated|\.test\.ts$/

/** The code of every `defineFault('CODE', …)` of packages, services and tools. */
const defined = ['packages', 'services', 'tools']
  .flatMap((folder) =>
    readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' }).map(
      (path) => `${folder}/${path}`,
    ),
  )
  .filter((path) => path.endsWith('.ts') && !LEFT_OUT.test(path))
  .flatMap((path) => [...readFileSync(`${root}/${path}`, 'utf8').matchAll(/defineFault\(\s*'([^']+)'/g)])
  .map((match) => match[1] ?? '')

const page = readFileSync(`${root}/docs/errors.md`, 'utf8')
const rows = [...page.matchAll(/^\| `([A-Z_]+)` *\|(.*)\|$/gm)].map((match) => ({
  code: match[1] ?? '',
  cells: (match[2] ?? '').split('|').map((cell) => cell.trim()),
}))
const listed = rows.map(({ code }) => code)

describe('docs/errors.md', () => {
  it('finds the codes of the sources', () => expect(defined).toContain('REDIS_UNREACHABLE'))

  it('lists every code that is defined, and no other', () => {
    expect(listed).toEqual([...defined].sort())
  })

  it.each(rows)(
    'says of $code whether the surroundings failed, what it means and what to check',
    ({ cells }) => {
      const [surroundings, meaning, check] = cells
      expect(['yes', 'no']).toContain(surroundings)
      expect(meaning?.length).toBeGreaterThan(20)
      expect(check?.length).toBeGreaterThan(20)
    },
  )
})

describe('a code', () => {
  it('is defined once', () => expect(new Set(defined).size).toBe(defined.length))

  it.each(defined)('%s says where and what', (code) => {
    expect(code).toMatch(/^[A-Z]+(_[A-Z]+)+$/)
  })
})
