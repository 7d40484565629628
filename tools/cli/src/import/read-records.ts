import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { csvRecords } from './csv-records.ts'
import type { FileRecord } from './file-record.ts'
import { jsonArray, jsonLines } from './json-records.ts'

/** A file that is read piece by piece. */
export interface RecordFile {
  format: 'csv' | 'json'
  /** Bytes. */
  size: number
  /** Bytes read so far. */
  read: () => number
  records: AsyncIterable<FileRecord>
}

const HEAD = 4_096

/**
 * Opens a file; what it begins with tells CSV, JSON lines and a JSON array apart.
 * @throws Error of the file system
 */
export async function openRecords(path: string): Promise<RecordFile> {
  const { head, size } = await headOf(path)
  const stream = createReadStream(path)
  const begins = head.replace(/^\uFEFF/, '').trimStart()
  const common = { size, read: () => stream.bytesRead }
  if (begins.startsWith('[')) return { ...common, format: 'json', records: jsonArray(stream) }
  if (begins.startsWith('{')) return { ...common, format: 'json', records: jsonLines(stream) }
  const [firstLine = ''] = begins.split('\n')
  return { ...common, format: 'csv', records: csvRecords(stream, firstLine) }
}

async function headOf(path: string): Promise<{ head: string; size: number }> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return { head: buffer.subarray(0, bytesRead).toString('utf8'), size: (await file.stat()).size }
  } finally {
    await file.close()
  }
}
