import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { csvRecords } from './csv-records.ts'
import type { FileRecord } from './file-record.ts'
import { jsonArray, jsonLines } from './json-records.ts'

/** In pieces of three bytes: letters and records lie across them. */
function pieces(text: string): Readable {
  const bytes = Buffer.from(text)
  const parts = Array.from({ length: Math.ceil(bytes.length / 3) }, (_, index) =>
    bytes.subarray(index * 3, index * 3 + 3),
  )
  return Readable.from(parts, { objectMode: false })
}
async function all(records: AsyncIterable<FileRecord>): Promise<FileRecord[]> {
  const found: FileRecord[] = []
  for await (const record of records) found.push(record)
  return found
}
const csv = (text: string) => all(csvRecords(pieces(text), text.split('\n')[0] ?? ''))

describe('CSV', () => {
  it('has a header, quotes, a byte order mark and lines of both kinds', async () => {
    expect(await csv('\uFEFFa,b\r\n1,"x, ""y""\nz"\r\n\n2,Ї\n')).toEqual([
      { line: 3, fields: { a: '1', b: 'x, "y"\nz' } },
      { line: 5, fields: { a: '2', b: 'Ї' } },
    ])
  })

  it('may be separated by semicolons, as spreadsheets do where numbers have a comma', async () => {
    expect(await csv('a;b\n1,5;2\n')).toEqual([{ line: 2, fields: { a: '1,5', b: '2' } }])
  })

  it('goes on after a row with too few or too many cells', async () => {
    expect(await csv('a,b\n1\n1,2,3\n4,5\n')).toEqual([
      { line: 2, problem: 'has 1 cells, the header has 2' },
      { line: 3, problem: 'has 3 cells, the header has 2' },
      { line: 4, fields: { a: '4', b: '5' } },
    ])
  })

  it('ends at a quote that is never closed, without reading the rest into memory', async () => {
    const [first, second, ...rest] = await csv(`a,b\n1,2\n3,"x\n${'4,5\n'.repeat(40_000)}`)
    expect(first).toEqual({ line: 2, fields: { a: '1', b: '2' } })
    expect(second).toHaveProperty('problem', expect.stringContaining('cannot be read'))
    expect(rest).toEqual([])
  })
})

describe('JSON', () => {
  it('is a record per line, each on its own', async () => {
    expect(await all(jsonLines(pieces('{"a":1}\n\n{"a":\n[1]\n{"a":"Ї"}')))).toEqual([
      { line: 1, fields: { a: 1 } },
      { line: 3, problem: 'is not JSON' },
      { line: 4, problem: 'is not a JSON object' },
      { line: 5, fields: { a: 'Ї' } },
    ])
  })

  it('is an array over any number of lines, with braces and quotes in its texts', async () => {
    const text = '[\n {"a": "}{\\"", \n "b": {"c": []}},\n {"a": 2 2}, 7, {"a": 3}\n]'
    expect(await all(jsonArray(pieces(text)))).toEqual([
      { line: 2, fields: { a: '}{"', b: { c: [] } } },
      { line: 4, problem: 'is not JSON' },
      { line: 4, problem: 'is not a JSON object' },
      { line: 4, fields: { a: 3 } },
    ])
  })

  it('tells of a record without an end', async () => {
    expect(await all(jsonArray(pieces('[{"a": 1},\n{"a": 2')))).toEqual([
      { line: 1, fields: { a: 1 } },
      { line: 2, problem: 'the rest of the file cannot be read: a record has no end' },
    ])
  })
})
