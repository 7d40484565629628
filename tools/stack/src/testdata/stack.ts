/** A whole stack with real servers and made-up services, for `run-stack.integration.test.ts` to kill. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runStack } from '../run-stack.ts'

const [folder = ''] = process.argv.slice(2)
const service = fileURLToPath(new URL('service.mjs', import.meta.url))
const cli = fileURLToPath(new URL('cli.mjs', import.meta.url))

await runStack({
  runFolder: join(folder, '.run'),
  envFile: join(folder, '.env'),
  env: process.env,
  scripts: { simulator: service, ingress: service, worker: service, scheduler: service, cli },
})
