import { buildSimulator } from './app.ts'
import { readOptions } from './config.ts'

try {
  const simulator = await buildSimulator(readOptions(process.env))
  const url = await simulator.start()
  process.stdout.write(`Simulator, not Telegram: ${url}\n`)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void simulator.stop().then(() => process.exit(0), fail))
  }
} catch (error) {
  fail(error)
}

function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
