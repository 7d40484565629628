import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { withClient } from '../with-client.ts'

/** PostgreSQL's one-byte "char" of its own catalogues, which the stock adapter does not know. */
const CHAR_OID = 18

/**
 * The stock adapter, made fit for the schema engine. Three differences: a script goes out whole (the stock one
 * splits it at every `;`, also inside functions), "char" columns are presented as characters, and the
 * shadow database is dropped after its pool has ended.
 */
export function engineAdapter(config: pg.PoolConfig, schema: string): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(config, schema),
    connectToShadowDb: () => connectToShadow(config, schema),
  }
}

async function connect(config: pg.PoolConfig, schema: string, after?: () => Promise<void>) {
  const pool = new pg.Pool(config)
  const charColumns = noteCharColumns(pool)
  const stock = await new PrismaPg(pool, { schema }).connect()
  const adapter: SqlDriverAdapter = {
    provider: stock.provider,
    adapterName: stock.adapterName,
    queryRaw: async (query) => {
      const set = await stock.queryRaw(query)
      for (const column of charColumns.get(set.rows) ?? []) set.columnTypes[column] = ColumnTypeEnum.Character
      return set
    },
    executeRaw: (query) => stock.executeRaw(query),
    executeScript: async (script) => {
      await stock.executeRaw({ sql: script, args: [], argTypes: [] })
    },
    startTransaction: (isolation) => stock.startTransaction(isolation),
    getConnectionInfo: () => stock.getConnectionInfo(),
    dispose: async () => {
      await pool.end()
      await after?.()
    },
  }
  return adapter
}

/** Lets "char" columns pass the stock adapter as text, and remembers by result which ones they were. */
function noteCharColumns(pool: pg.Pool): WeakMap<object, number[]> {
  const noted = new WeakMap<object, number[]>()
  const query = pool.query.bind(pool) as (config: pg.QueryArrayConfig) => Promise<pg.QueryArrayResult>
  const noting = async (config: pg.QueryArrayConfig): Promise<pg.QueryArrayResult> => {
    const result = await query(config)
    if (Array.isArray(result)) return result
    const columns = result.fields.flatMap((field, index) => (field.dataTypeID === CHAR_OID ? [index] : []))
    for (const column of columns)
      Object.assign(result.fields[column] ?? {}, { dataTypeID: pg.types.builtins.TEXT })
    noted.set(result.rows, columns)
    return result
  }
  pool.query = noting as typeof pool.query
  return noted
}

/** A database of its own for the engine to replay the migrations in, gone with its adapter. */
async function connectToShadow(config: pg.PoolConfig, schema: string): Promise<SqlDriverAdapter> {
  const database = `abitly_shadow_${randomUUID().replaceAll('-', '')}`
  await run(config, `CREATE DATABASE "${database}"`)
  const drop = () => run(config, `DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`)
  try {
    await run({ ...config, database }, `CREATE SCHEMA "${schema}"`)
    return await connect({ ...config, database }, schema, drop)
  } catch (error) {
    await drop()
    throw error
  }
}

async function run(config: pg.ClientConfig, statement: string): Promise<void> {
  await withClient(config, (client) => client.query(statement))
}
