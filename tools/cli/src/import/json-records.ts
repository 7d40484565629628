import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { FileRecord } from './file-record.ts'
import { LONGEST_RECORD } from './file-record.ts'

/** A record per line. */
export async function* jsonLines(file: Readable): AsyncGenerator<FileRecord> {
  let line = 0
  for await (const text of createInterface({ input: file, crlfDelay: Infinity })) {
    line += 1
    if (text.trim() !== '') yield toRecord(text.replace(/^\uFEFF/, ''), line)
  }
}

/** The records of one array, however they are spread over lines. */
export async function* jsonArray(file: Readable): AsyncGenerator<FileRecord> {
  const scanner = createScanner()
  for await (const chunk of file.setEncoding('utf8') as AsyncIterable<string>) {
    yield* scanner.take(chunk)
    if (scanner.isStuck()) break
  }
  yield* scanner.end()
}

/** Cuts the text of an array into its objects: a parser for the whole file would not say on which line one stands. */
function createScanner() {
  let line = 1
  let depth = 0
  let quoted = false
  let escaped = false
  let from = 1
  let text = ''
  let stray = false
  const inside = (sign: string): void => {
    if (escaped) escaped = false
    else if (sign === '\\') escaped = quoted
    else if (sign === '"') quoted = !quoted
    else if (!quoted && sign === '{') depth += 1
    else if (!quoted && sign === '}') depth -= 1
  }
  return {
    *take(chunk: string): Generator<FileRecord> {
      let start = 0
      for (let index = 0; index < chunk.length; index += 1) {
        const sign = chunk.charAt(index)
        if (sign === '\n') line += 1
        if (depth === 0 && sign !== '{') {
          if (!stray && !/[\s,[\]\uFEFF]/.test(sign)) yield { line, problem: 'is not a JSON object' }
          stray = sign !== ',' && (stray || /[^\s[\]\uFEFF]/.test(sign))
          continue
        }
        if (depth === 0) [from, start] = [line, index]
        inside(sign)
        if (depth > 0) continue
        yield toRecord(text + chunk.slice(start, index + 1), from)
        text = ''
      }
      if (depth > 0) text += chunk.slice(start)
    },
    isStuck: () => text.length > LONGEST_RECORD,
    *end(): Generator<FileRecord> {
      if (depth > 0) yield { line: from, problem: 'the rest of the file cannot be read: a record has no end' }
    },
  }
}

function toRecord(text: string, line: number): FileRecord {
  if (text.length > LONGEST_RECORD) return { line, problem: 'is too long for a record' }
  try {
    const fields: unknown = JSON.parse(text)
    const isObject = typeof fields === 'object' && fields !== null && !Array.isArray(fields)
    return isObject ? { line, fields: { ...fields } } : { line, problem: 'is not a JSON object' }
  } catch {
    // What the parser says quotes the text.
    return { line, problem: 'is not JSON' }
  }
}
