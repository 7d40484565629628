import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import type { ConnectionOptions } from '../connection.ts'
import { poolConfig } from '../connection.ts'
import type { Log } from '../log.ts'
import { engineAdapter } from './engine-adapter.ts'
import { engineModule } from './engine-module.ts'
import { withMigrationLock } from './migration-lock.ts'
import { readMigrations, readSchema } from './migration-files.ts'

/** What a child process is asked to do with the schema engine. */
export type EngineRequest = { connection: ConnectionOptions; migrationsDir: string } & (
  { action: 'apply' } | { action: 'diff'; from: 'migrations' | 'database' }
)

/** `apply`: names of the migrations it applied. `diff`: the SQL that leads to schema.prisma, '' when nothing does. */
export type EngineAnswer = { applied: string[] } | { sql: string }

const filters = { externalTables: [], externalEnums: [] }

/** Runs one request with an engine of its own and disposes of all it opened. */
export async function runEngine(request: EngineRequest, log: Log): Promise<EngineAnswer> {
  return request.action === 'apply' ? apply(request, log) : diff(request, request.from)
}

async function apply({ connection, migrationsDir }: EngineRequest, log: Log): Promise<EngineAnswer> {
  const migrationsList = await readMigrations(migrationsDir)
  return withMigrationLock(connection, log, () =>
    withEngine(connection, async (engine) => {
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters })
      return { applied: appliedMigrationNames }
    }),
  )
}

async function diff(
  { connection, migrationsDir }: EngineRequest,
  from: 'migrations' | 'database',
): Promise<EngineAnswer> {
  const schema = await readSchema()
  const migrations = await readMigrations(migrationsDir)
  return withEngine(connection, async (engine) => {
    const { exitCode, stdout } = await engine.diff({
      from:
        from === 'migrations'
          ? { tag: 'migrations', ...migrations }
          : { tag: 'schemaDatasource', ...schema, configDir: migrationsDir },
      to: { tag: 'schemaDatamodel', ...schema },
      script: true,
      exitCode: true,
      filters,
    })
    return { sql: exitCode === 0 ? '' : (stdout ?? '') }
  })
}

async function withEngine<T>(
  connection: ConnectionOptions,
  use: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const { SchemaEngine } = await engineModule()
  const factory = engineAdapter(poolConfig(connection), connection.schema)
  const { files } = await readSchema()
  const datamodels = files.map(({ path, content }): [string, string] => [path, content])
  const engine = await SchemaEngine.new(
    { datamodels },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  )
  try {
    return await use(engine)
  } finally {
    engine.free()
  }
}
