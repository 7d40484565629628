import type { ReportRow } from '@abitly/database'
import { describe, expect, it } from 'vitest'
import { reportCsv } from './report-csv.ts'

const ROW: ReportRow = {
  position: 0,
  chatId: 5n,
  firstName: 'Олена',
  lastName: null,
  username: 'olena',
  state: 'sent',
  attempts: 1,
  error: null,
  finishedAt: new Date('2026-07-24T10:00:00Z'),
}

async function csv(rows: readonly ReportRow[], headings: string[] = ['№']): Promise<string> {
  const report = async (_id: string, after: number, limit: number) =>
    rows.filter(({ position }) => position > after).slice(0, limit)
  const parts: Uint8Array[] = []
  for await (const part of reportCsv({ report }, 'campaign', headings)) parts.push(part)
  // Not a decoder, which would drop the mark.
  return Buffer.concat(parts).toString('utf8')
}

/** The cells of the only line after the heading. */
async function cellsOf(change: Partial<ReportRow>): Promise<string[]> {
  const [, line = ''] = (await csv([{ ...ROW, ...change }])).split(/\r\n(?=")/)
  return line.replace(/^"|"\r\n$/g, '').split('","')
}

describe('the report', () => {
  it('is UTF-8 with a mark, every field quoted, every line ended', async () => {
    expect(await csv([ROW], ['№', 'Чат'])).toBe(
      '\uFEFF"№","Чат"\r\n"1","5","Олена","","olena","sent","1","","2026-07-24T10:00:00.000Z"\r\n',
    )
  })

  it('has a heading even when nobody was to get anything', async () => {
    expect(await csv([])).toBe('\uFEFF"№"\r\n')
  })

  it('doubles quotes and keeps line breaks inside a field', async () => {
    expect(await csv([{ ...ROW, firstName: 'a"b\r\nc,d' }])).toContain('"a""b\r\nc,d"')
  })

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '  =1',
    '\u00A0=1',
    '\n=1',
    '\uFF1D1',
    '\uFF0B1',
    '\uFF0D1',
    '\uFF20A1',
    '=HYPERLINK("http://example.com")',
  ])('makes %j harmless in a name', async (name) => {
    expect(await csv([{ ...ROW, firstName: name }])).toContain(`"'${name.replaceAll('"', '""')}"`)
  })

  it.each(['lastName', 'username', 'error'] as const)('makes a formula in %s harmless', async (field) => {
    expect(await cellsOf({ [field]: '=1' })).toContain("'=1")
  })

  it.each(['Олена', 'O-Zone', "D'Artagnan", 'a=b'])('leaves %j as it is', async (name) => {
    expect(await cellsOf({ firstName: name })).toContain(name)
  })

  it('leaves the id of a group a number', async () => {
    expect((await cellsOf({ chatId: -100123n }))[1]).toBe('-100123')
  })

  it('holds every recipient once, however many pages there are', async () => {
    const rows = Array.from({ length: 2_345 }, (_, position) => ({ ...ROW, position }))
    const lines = (await csv(rows)).trimEnd().split('\r\n').slice(1)
    expect(lines.map((line) => Number(/^"(\d+)"/.exec(line)?.[1]))).toEqual(
      rows.map(({ position }) => position + 1),
    )
  })
})
