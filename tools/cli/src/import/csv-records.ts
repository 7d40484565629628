import type { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { FileRecord } from './file-record.ts'
import { LONGEST_RECORD } from './file-record.ts'

interface Parsed {
  record: string[]
  line: number
}

/** Records of a CSV file with a header; `;` separates where the header has more of them than commas. */
export async function* csvRecords(file: Readable, firstLine: string): AsyncGenerator<FileRecord> {
  const { write, end, taken } = createParser(
    firstLine.split(';').length > firstLine.split(',').length ? ';' : ',',
  )
  let header: readonly string[] | null = null
  const records = function* (): Generator<FileRecord> {
    for (const { record, line } of taken.splice(0)) {
      if (header === null) header = record
      else yield toRecord(header, record, line)
    }
  }
  for await (const chunk of file as AsyncIterable<Buffer>) {
    const failure = await write(chunk)
    yield* records()
    if (failure !== null) {
      yield unreadable(failure)
      return
    }
  }
  const failure = await end()
  yield* records()
  if (failure !== null) yield unreadable(failure)
}

/** The parser as a stream would drop the rows before a mistake together with what comes behind it. */
function createParser(delimiter: string) {
  const taken: Parsed[] = []
  const parser = parse({
    ...{ bom: true, relax_column_count: true, skip_empty_lines: true, trim: true, delimiter },
    max_record_size: LONGEST_RECORD,
    on_record: (record: string[], { lines }) => {
      taken.push({ record, line: lines })
      return null
    },
  })
  parser.resume()
  const failed = new Promise<Error>((resolve) => parser.once('error', resolve))
  const ended = new Promise<null>((resolve) => parser.once('end', () => resolve(null)))
  return {
    taken,
    write: (chunk: Buffer): Promise<Error | null> =>
      new Promise((resolve) => parser.write(chunk, (error?: Error | null) => resolve(error ?? null))),
    end: (): Promise<Error | null> => {
      parser.end()
      return Promise.race([failed, ended])
    },
  }
}

/** @throws the failure, where it is none of the file's */
function unreadable(failure: Error): FileRecord {
  if (!(failure instanceof CsvError)) throw failure
  const { lines } = failure as CsvError & { lines?: number }
  return { line: lines ?? 0, problem: `the rest of the file cannot be read: ${failure.code}` }
}

function toRecord(header: readonly string[], record: readonly string[], line: number): FileRecord {
  if (record.length !== header.length)
    return { line, problem: `has ${record.length} cells, the header has ${header.length}` }
  return { line, fields: Object.fromEntries(header.map((name, index) => [name, record[index]])) }
}
