import { runService } from '@abitly/runtime'
import { buildScheduler } from './app.ts'
import { loadSchedulerConfig } from './config.ts'

await runService('scheduler', () => loadSchedulerConfig(process.env), buildScheduler)
