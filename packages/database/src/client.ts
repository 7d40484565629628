import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import type { Prisma } from './generated/client.ts'
import { PrismaClient } from './generated/client.ts'
import { statementNames } from './statement-names.ts'

/** The Prisma client, inside a transaction or outside. Repositories take it as their argument. */
export type Tx = Prisma.TransactionClient

/** How long a transaction may wait for its connection, and last, in milliseconds. */
const TRANSACTION_LIMITS = { maxWait: 5_000, timeout: 15_000 }

/** @param schema qualifies what Prisma generates; raw SQL relies on the pool's search_path */
export function createClient(pool: pg.Pool, schema: string): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg(pool, { schema, statementNameGenerator: statementNames() }),
    // The other formats print the arguments of a failed call: people's data.
    errorFormat: 'minimal',
    transactionOptions: TRANSACTION_LIMITS,
  })
}
