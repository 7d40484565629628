import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { syncCatalogue } from '@abitly/database'
import { createTestDatabase } from '@abitly/testing'
import type { TestDatabase } from '@abitly/testing'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '../run-command.ts'

/** Informatics of the catalogue. */
const OFFER = 1481286
const HEADER = 'year,offer_id,applicant_key,funding,score,priority,status_id'

let test: TestDatabase
let pool: pg.Pool
let folder: string

beforeAll(async () => {
  test = await createTestDatabase()
  await syncCatalogue({ url: test.url, schema: test.schema, ssl: false })
  pool = new pg.Pool({ connectionString: test.url, max: 2, options: `-c search_path=${test.schema}` })
  pool.on('error', () => undefined)
})
afterAll(async () => {
  await pool.end()
  await test.drop()
})
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'abitly-import-'))
  return () => rm(folder, { recursive: true })
})

async function abitlyImport(...args: string[]) {
  const lines: string[] = []
  const write = (line: string) => void lines.push(line)
  const env = { DATABASE_URL: test.url, DB_SCHEMA: test.schema, DB_SSL: 'false' }
  const code = await runCommand(['import', ...args], { env, out: write, err: write })
  return { code, output: lines.join('\n') }
}

async function fileOf(text: string, name = 'rows.csv'): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

async function sql<R extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<R[]> {
  return (await pool.query<R>(text, values)).rows
}

const sample = (name: string) => fileURLToPath(new URL(`../../samples/${name}`, import.meta.url))
const applicants = (offer: number, from: number, to: number, score = 150): string =>
  Array.from({ length: to - from }, (_, n) => `2025,${offer},k-${from + n},budget,${score},1,5`).join('\n')
const listed = (offer: number) =>
  sql<{ key: string; score: string }>(
    'SELECT applicant_key AS key, score FROM offer_applicants WHERE offer_id = $1 ORDER BY 1',
    [offer],
  )
const revision = async (offer: number): Promise<string | undefined> =>
  (await sql<{ revision: string }>('SELECT revision FROM offer_changes WHERE offer_id = $1', [offer]))[0]
    ?.revision

describe('the samples', () => {
  it.each([
    ['offers.csv', 2],
    ['applicants.csv', 4],
    ['open-days.json', 2],
  ])('%s is imported, and the second time changes nothing', async (name, rows) => {
    const copy = await fileOf(await readFile(sample(name), 'utf8'), name)
    const first = await abitlyImport(copy)
    expect(first.output).toMatch(/ 0 unchanged, 0 refused/)
    expect(first.code).toBe(0)
    const before = await revision(OFFER)
    const second = await abitlyImport(copy)
    expect(second.output).toContain(`0 new, 0 changed, ${rows} unchanged, 0 refused`)
    expect(await revision(OFFER)).toBe(before)
    expect(existsSync(`${copy}.errors.csv`)).toBe(false)
  })
})

describe('an import', () => {
  it('takes the place of what was invented, and the catalogue leaves it alone from then on', async () => {
    const [other] = await sql<{ offer_id: number }>(
      'SELECT offer_id FROM offers WHERE seeded AND applicants_generated ORDER BY applied DESC LIMIT 1',
    )
    const offer = other!.offer_id
    const { output } = await abitlyImport(await fileOf(`${HEADER}\n${applicants(offer, 0, 3)}\n`))
    expect(output).toMatch(/3 new, 0 changed, 0 unchanged, 0 refused, \d+ removed/)
    expect(await listed(offer)).toHaveLength(3)
    await sql(`UPDATE catalogue_state SET hash = 'older'`)
    await syncCatalogue({ url: test.url, schema: test.schema, ssl: false })
    expect(await listed(offer)).toHaveLength(3)
  })

  it('writes the good rows and names the bad ones by line, column and reason, without what stands there', async () => {
    const rows = [
      ...[`2025,${OFFER},good-1,budget,150,1,5`, `2025,${OFFER},Petrenko,budget,250,1,5`],
      ...['2025,77,Petrenko,budget,150,1,5', `2025,${OFFER},Petrenko,budget,150,1,99`],
      ...[
        `2025,${OFFER},short`,
        `2025,${OFFER},good-1,budget,151,1,5`,
        `2025,${OFFER},good-2,budget,150,1,5`,
      ],
    ]
    const path = await fileOf([HEADER, ...rows].join('\n'))
    const { code, output } = await abitlyImport(path)
    expect(code).toBe(1)
    expect(output).toContain('2 new, 0 changed, 0 unchanged, 5 refused')
    const report = await readFile(`${path}.errors.csv`, 'utf8')
    expect(report.trim().split('\n').sort()).toEqual(
      [
        ...['line,column,reason', '3,score,"is not between 0 and 200"'],
        ...['4,offer_id,"there is no such offer of that year"', '5,status_id,"there is no such status"'],
        ...['6,,"has 3 cells, the header has 7"'],
        '7,year,"year, offer_id, applicant_key, funding stand above already"',
      ].sort(),
    )
    expect(report + output).not.toContain('Petrenko')
    expect((await listed(OFFER)).map(({ key }) => key)).toEqual(expect.arrayContaining(['good-1', 'good-2']))
  })

  it('refuses alone a row that breaks a rule of the tables only', async () => {
    const day = (key: string, ends: string) =>
      `${key},282,День,2026-01-24,2026-01-24T10:00:00Z,${ends},online`
    const path = await fileOf(
      [
        'key,university_id,title_uk,date,starts_at,ends_at,format',
        day('r-1', '2026-01-24T11:00:00Z'),
        day('r-2', '2026-01-24T09:00:00Z'),
        day('r-3', '2026-01-24T12:00:00Z'),
      ].join('\n'),
    )
    const { code, output } = await abitlyImport(path)
    expect(code).toBe(1)
    expect(output).toContain('2 new, 0 changed, 0 unchanged, 1 refused')
    expect(await readFile(`${path}.errors.csv`, 'utf8')).toContain(
      '3,,"the database refuses it: the rule open_days_times_check"',
    )
  })

  it('leaves alone what the file does not mention, and names columns nobody knows', async () => {
    const header = 'year;offer_id;university_id;speciality_code;programme_uk;base;kind;data_at'
    const row = `2025;9900002;282;F3;Проба;ПЗСО;open;2025-07-24T09:40:00Z`
    await abitlyImport(await fileOf(`${header};price\n${row};35000\n`))
    const { output } = await abitlyImport(await fileOf(`${header};colour\n${row};red\n`))
    expect(output).toContain('0 new, 0 changed, 1 unchanged')
    expect(output).toContain('Unknown columns, left aside: colour')
    expect(await sql('SELECT price, degree, seeded FROM offers WHERE offer_id = 9900002')).toEqual([
      { price: 35_000, degree: 'bachelor', seeded: false },
    ])
  })

  it('lets the search find what it brings, under its present name and by its number of applications', async () => {
    const header = 'year,offer_id,university_id,speciality_code,programme_uk,base,kind,data_at'
    const row = (name: string) => `${header}\n2025,9900003,282,F3,${name},ПЗСО,open,2025-07-24T09:40:00Z`
    const findable = (word: string) =>
      sql<{ applied: number }>(
        `SELECT s.applied FROM offer_search s JOIN search_words w ON w.id = ANY(s.word_ids) WHERE w.word = $1`,
        [word],
      )
    await abitlyImport(await fileOf(row('Щезникологія')))
    expect(await findable('щезникологія')).toEqual([{ applied: 0 }])
    await abitlyImport(await fileOf(row('Мавкознавство')))
    expect(await findable('щезникологія')).toEqual([])
    await abitlyImport(await fileOf(`${HEADER}\n${applicants(9900003, 0, 3)}`), '--complete')
    expect(await findable('мавкознавство')).toEqual([{ applied: 3 }])
  })

  it('removes what a complete file lacks, but not while rows are refused', async () => {
    const all = `${HEADER}\n${applicants(9900001, 0, 5)}`
    await abitlyImport(await fileOf(all))
    const fewer = `${HEADER}\n${applicants(9900001, 2, 4, 160)}`
    const doubtful = await abitlyImport(await fileOf(`${fewer}\n2025,x,k,budget,1,1,5`), '--complete')
    expect(doubtful.output).toContain('Nothing was removed')
    expect(await listed(9900001)).toHaveLength(5)
    const whole = await abitlyImport(await fileOf(fewer), '--complete')
    expect(whole.output).toContain('0 new, 0 changed, 2 unchanged, 0 refused, 3 removed')
    expect((await listed(9900001)).map(({ key }) => key)).toEqual(['k-2', 'k-3'])
    expect(await sql('SELECT applied FROM offers WHERE offer_id = 9900001')).toEqual([{ applied: 2 }])
    expect((await abitlyImport(await fileOf(fewer), '--complete')).output).toContain('2 unchanged, 0 refused')
  })

  it('marks what it changed anew each time', async () => {
    await abitlyImport(await fileOf(`${HEADER}\n${applicants(OFFER, 900, 901)}`))
    const before = await revision(OFFER)
    await abitlyImport(await fileOf(`${HEADER}\n${applicants(OFFER, 900, 901, 155)}`))
    expect(Number(await revision(OFFER))).toBeGreaterThan(Number(before))
  })
})

describe('an import that breaks off', () => {
  it('says that what was committed stays', async () => {
    const path = await fileOf(`${HEADER}\n${applicants(OFFER, 0, 1)}`)
    const lines: string[] = []
    const write = (line: string) => void lines.push(line)
    const env = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', DB_SSL: 'false' }
    expect(await runCommand(['import', path], { env, out: write, err: write })).toBe(1)
    expect(lines.join('\n')).toContain('what was committed stays. Run the same command again')
  })
})

describe('what is no import', () => {
  it.each([
    [[], 'Name a file to import'],
    [['nowhere.csv'], 'nowhere.csv cannot be read'],
    [['--kind', 'people', 'x.csv'], '--kind is one of'],
    [['--colour', 'x.csv'], "Unknown option '--colour'"],
    [['x.csv', '--errors', './x.csv'], '--errors names the file that is imported'],
    [['--kind', 'offers', '--complete', 'x.csv'], '--complete is for lists of applicants'],
  ])('%j', async (args, told) => {
    const { code, output } = await abitlyImport(...args)
    expect(code).toBe(2)
    expect(output).toContain(told)
    expect(output).toContain('Usage: pnpm abitly import')
  })

  it.each([
    ['', 'holds no record'],
    ['a,b\n1,2\n', 'has a header of no known kind'],
    ['year,offer_id,applicant_key\n2025,1,x\n', 'lacks the columns funding, score, priority, status_id'],
  ])('a file with %j', async (text, told) => {
    const { code, output } = await abitlyImport(await fileOf(text))
    expect(code).toBe(2)
    expect(output).toContain(told)
  })
})
