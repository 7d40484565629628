import { runService } from '@abitly/runtime'
import { buildWorker } from './app.ts'
import { loadWorkerConfig } from './config.ts'

await runService('worker', () => loadWorkerConfig(process.env), buildWorker)
