import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createTempFolder, spawnService } from '@abitly/testing'
import { writeApplicantsFile } from './imports/applicants-file.ts'
import { ended } from './support/child.ts'
import { megabytes, say, table } from './support/figures.ts'
import type { ImportOrder } from './support/import-each.ts'
import { amount } from './support/quick.ts'
import type { PeakReport } from './support/report-peak.ts'
import { createRig } from './support/rig.ts'

const ROWS = amount(100_000, 10_000)
/** A tenth of the file: what memory does when the file grows. */
const FEW = ROWS / 10
const CLI = 'tools/cli/dist/main.js'
const NAIVE = 'bench/dist/support/import-each.js'

/** A list of applicants, from the file to the last commit. */
export async function benchImport(): Promise<void> {
  say(`Import: ${ROWS} applicants from CSV, PostgreSQL without fsync, each way in a process of its own`)
  const rig = await createRig()
  const folder = createTempFolder('bench-import')
  const env = { DATABASE_URL: rig.databaseUrl, DB_SSL: 'false' }
  try {
    await ended(await spawnService({ name: 'the catalogue', script: CLI, args: ['seed'], env }))
    const [whole, part, each] = ['whole', 'part', 'each'].map((name) => join(folder.path, `${name}.csv`)) as [
      string,
      string,
      string,
    ]
    await writeApplicantsFile(whole, rig.databaseUrl, { rows: ROWS, person: 'whole' })
    await writeApplicantsFile(part, rig.databaseUrl, { rows: FEW, person: 'part' })
    await writeApplicantsFile(each, rig.databaseUrl, { rows: FEW, person: 'each' })
    const ours = (file: string): Job => ({ script: CLI, args: ['import', file], env })
    const order: ImportOrder = { file: each, databaseUrl: rig.databaseUrl }
    const naive: Job = { script: NAIVE, env: { ORDER: JSON.stringify(order) } }
    await compare([
      ['ours', ROWS, ours(whole)],
      ['ours, nothing new', ROWS, ours(whole)],
      ['ours, a tenth of it', FEW, ours(part)],
      ['an INSERT each, a tenth', FEW, naive],
    ])
  } finally {
    folder.remove()
    await rig.stop()
  }
}

interface Job {
  script: string
  args?: string[]
  env: Record<string, string>
}

async function compare(turns: readonly [string, number, Job][]): Promise<void> {
  const rows = [['way', 'rows', 'seconds', 'rows/s', 'ratio', 'peak MB']]
  let oursPerSecond = Number.NaN
  for (const [way, count, job] of turns) {
    const { seconds, peak } = await measure(job)
    const perSecond = count / seconds
    if (rows.length === 1) oursPerSecond = perSecond
    rows.push([
      ...[way, String(count), seconds.toFixed(1), perSecond.toFixed(0)],
      ...[(perSecond / oursPerSecond).toFixed(3), megabytes(peak)],
    ])
  }
  table(rows)
  say('  seconds include the start of the process')
}

async function measure(job: Job): Promise<{ seconds: number; peak: number }> {
  const preload = pathToFileURL('bench/dist/support/report-peak.js').href
  const startedAt = performance.now()
  const env = { ...job.env, NODE_OPTIONS: `--import=${preload}` }
  const child = await spawnService({ name: 'the import', ...job, env })
  await ended(child)
  const seconds = (performance.now() - startedAt) / 1_000
  const { peak } = JSON.parse(child.logs().trim().split('\n').at(-1) ?? '') as PeakReport
  return { seconds, peak }
}
