import { openImporter } from '@abitly/database'
import { createClock, databaseSection, loadConfig, processSection, randomId } from '@abitly/runtime'
import type { Clock } from '@abitly/runtime'
import type { Command, Io } from '../command.ts'
import { createErrorReport } from '../import/error-report.ts'
import { importFile, NotAnImport } from '../import/import-file.ts'
import type { FileSummary } from '../import/import-file.ts'
import { readOptions } from '../import/options.ts'
import type { ImportOptions } from '../import/options.ts'
import { createProgress } from '../import/progress.ts'
import { openRecords } from '../import/read-records.ts'
import type { RecordFile } from '../import/read-records.ts'
import { summaryLines } from '../import/summary-lines.ts'

/** Brings offers, applicants or open days from files. Exit code 1: rows were refused, 2: misunderstood. */
export const importCommand: Command = {
  name: 'import',
  usage: '<file…> [--kind offers|applicants|open-days] [--complete] [--data-at <moment>] [--errors <file>]',
  summary: 'import CSV or JSON files; good rows are written, bad ones are named by line, column and reason',
  async run(args, io) {
    const options = readOptions(args)
    if (typeof options === 'string') return misunderstood(options, io)
    let code = 0
    for (const path of options.files) code = Math.max(code, await importOne(path, options, io))
    return code
  },
}

async function importOne(path: string, options: ImportOptions, io: Io): Promise<number> {
  const config = loadConfig({ database: databaseSection, process: processSection }, io.env)
  const clock = createClock(config.process.clockOffsetMs)
  const file = await openedFile(path)
  if (file === null) return misunderstood(`${path} cannot be read`, io)
  const now = clock.now()
  const run = { id: randomId(), now, dataAt: options.dataAt ?? now }
  const errorsPath = options.errors ?? `${path}.errors.csv`
  const errors = await createErrorReport(errorsPath)
  try {
    const summary = await importFile({
      ...{ file, kind: options.kind, complete: options.complete, errors },
      openImporter: (kind) => openImporter(config.database, kind.name, run, { complete: options.complete }),
      progress: createProgress(path, io, clock),
    })
    return tell(path, summary, { since: now, clock, errorsPath, complete: options.complete }, io)
  } catch (error) {
    if (error instanceof NotAnImport) return misunderstood(`${path} ${error.message}`, io)
    io.err(`${path}: what was committed stays. Run the same command again to end it.`)
    throw error
  } finally {
    await errors.close()
  }
}

function tell(
  path: string,
  summary: FileSummary,
  { since, clock, ...rest }: { since: Date; clock: Clock; errorsPath: string; complete: boolean },
  io: Io,
): number {
  const seconds = (clock.now().getTime() - since.getTime()) / 1_000
  for (const line of summaryLines(path, summary, { seconds, ...rest })) io.out(line)
  return summary.refused > 0 ? 1 : 0
}

async function openedFile(path: string): Promise<RecordFile | null> {
  try {
    return await openRecords(path)
  } catch (error) {
    // No such file, a folder, no right to read it: what was asked for is wrong, not the import.
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}

function misunderstood(what: string, io: Io): number {
  io.err(`${what}.`)
  io.err(`Usage: pnpm abitly import ${importCommand.usage}`)
  return 2
}
