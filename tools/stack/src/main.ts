import { join } from 'node:path'
import { projectDir } from './paths.ts'
import { runStack } from './run-stack.ts'
import { builtScripts } from './services.ts'

await runStack({
  runFolder: join(projectDir, '.run'),
  envFile: join(projectDir, '.env'),
  env: process.env,
  scripts: builtScripts(projectDir),
})
