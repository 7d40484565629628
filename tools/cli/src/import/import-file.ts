import type { Importer, ImportCounts, ImportKind } from '@abitly/database'
import { createBatches } from './batches.ts'
import type { Batches } from './batches.ts'
import type { ErrorReport, RowError } from './error-report.ts'
import type { FileRecord } from './file-record.ts'
import { kindOf } from './kinds.ts'
import type { Kind } from './kinds.ts'
import { parseRow } from './parse-row.ts'
import type { Progress } from './progress.ts'
import type { RecordFile } from './read-records.ts'
import { createSeenKeys } from './seen-keys.ts'

/** Rows of one transaction: enough that a commit costs little, few enough that they are soon written. */
export const BATCH = 2_000

/** What importing one file came to. */
export interface FileSummary extends ImportCounts {
  kind: ImportKind
  rows: number
  refused: number
  /** Columns nobody knows; they were left aside. */
  unknownColumns: string[]
  /** What the file lists whole was made whole; false where rows were refused, or nobody asked. */
  completed: boolean
  /** Errors by reason and column, for a summary. */
  reasons: Map<string, number>
}

/** What is wrong with a file as a whole: nothing of it was imported. */
export class NotAnImport extends Error {
  override readonly name = 'NotAnImport'
}

export interface FileImport {
  file: RecordFile
  /** Undefined: the first record tells. */
  kind: Kind | undefined
  complete: boolean
  openImporter: (kind: Kind) => Promise<Importer>
  errors: ErrorReport
  progress: Progress
}

/**
 * Imports a file, batch by batch: what is committed stays, so that an import that was broken off is ended by the same
 * command.
 * @throws NotAnImport before anything is written
 */
export async function importFile(job: FileImport): Promise<FileSummary> {
  const opened: { importer: Importer | null } = { importer: null }
  const begin = async (kind: Kind): Promise<Run> => {
    opened.importer = await job.openImporter(kind)
    return createRun(job, kind, opened.importer)
  }
  try {
    let run: Run | null = null
    const unread: FileRecord[] = []
    for await (const record of job.file.records) {
      if (run !== null) await take(run, record)
      else if ('problem' in record && job.kind === undefined) unread.push(record)
      else {
        run = await begin(kindOfFile(job, record))
        for (const bad of [...unread, record]) await take(run, bad)
      }
    }
    if (run === null) throw new NotAnImport('holds no record that tells what kind of file it is')
    return await finish(run)
  } finally {
    job.progress.end()
    await opened.importer?.close()
  }
}

interface Run {
  job: FileImport
  kind: Kind
  importer: Importer
  batches: Batches
  isNew: (key: string) => boolean
  unknown: Set<string>
  summary: Omit<FileSummary, 'unknownColumns'>
}

function createRun(job: FileImport, kind: Kind, importer: Importer): Run {
  const counts = { rows: 0, added: 0, changed: 0, unchanged: 0, removed: 0, refused: 0 }
  return {
    ...{ job, kind, importer, batches: createBatches(), isNew: createSeenKeys(), unknown: new Set() },
    summary: { kind: kind.name, ...counts, completed: false, reasons: new Map() },
  }
}

function kindOfFile({ file, kind: told, complete }: FileImport, record: FileRecord): Kind {
  const names = 'fields' in record ? Object.keys(record.fields) : []
  const kind = told ?? kindOf(names)
  if (kind === undefined) throw new NotAnImport('has a header of no known kind; --kind tells which it is')
  if (complete && kind.name !== 'applicants') throw new NotAnImport('is no list of applicants: no --complete')
  const missing = kind.columns.filter(({ name, required }) => required === true && !names.includes(name))
  if (file.format === 'csv' && 'fields' in record && missing.length > 0)
    throw new NotAnImport(`lacks the columns ${missing.map(({ name }) => name).join(', ')}`)
  return kind
}

async function take(run: Run, record: FileRecord): Promise<void> {
  const { kind, batches, summary, isNew, unknown } = run
  const { line } = record
  summary.rows += 1
  if ('problem' in record) return refuse(run, line, [{ column: '', reason: record.problem }])
  for (const name of Object.keys(record.fields))
    if (!kind.columns.some((column) => column.name === name)) unknown.add(name)
  const parsed = parseRow(kind, record.fields)
  if ('problems' in parsed) return refuse(run, line, parsed.problems)
  const key = kind.key.map((column) => String(parsed.row[column])).join('\u0000')
  const [column = ''] = kind.key
  if (!isNew(key))
    return refuse(run, line, [{ column, reason: `${kind.key.join(', ')} stand above already` }])
  batches.add({ line, row: parsed.row }, parsed.columns)
  if (batches.size() >= BATCH) await flush(run)
}

async function flush({ batches, importer, summary, job, ...run }: Run): Promise<void> {
  for (const { batch, lines } of batches.take()) {
    const report = await importer.write(batch)
    for (const count of ['added', 'changed', 'unchanged', 'removed'] as const) summary[count] += report[count]
    for (const { index, ...error } of report.refused.sort((a, b) => a.index - b.index))
      await refuse({ batches, importer, summary, job, ...run }, lines[index] ?? 0, [error])
  }
  job.progress.show(summary.rows, job.file.size === 0 ? 1 : job.file.read() / job.file.size)
}

async function refuse({ summary, job }: Run, line: number, errors: Omit<RowError, 'line'>[]): Promise<void> {
  summary.refused += 1
  for (const { column, reason } of errors) {
    const text = [column, reason].join(' ').trim()
    summary.reasons.set(text, (summary.reasons.get(text) ?? 0) + 1)
  }
  await job.errors.add(errors.map((error) => ({ line, ...error })))
}

async function finish(run: Run): Promise<FileSummary> {
  await flush(run)
  const { job, importer, summary } = run
  // A refused row may be one of those that seem to be missing.
  if (job.complete && summary.refused === 0) {
    summary.removed += await importer.removeMissing()
    summary.completed = true
  }
  return { ...summary, unknownColumns: [...run.unknown] }
}
