import { defineConfig } from 'prisma/config'

// These commands touch no database, yet the CLI first downloads a schema engine. Any executable satisfies it.
// `prisma migrate` is left alone: it needs the real engine, and works where the network allows.
const offline = ['generate', 'validate', 'format']
if (process.argv.some((argument) => offline.includes(argument))) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath
}

const url = process.env.DATABASE_URL

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations', seed: 'tsx --conditions=development prisma/seed.ts' },
  ...(url === undefined ? {} : { datasource: { url } }),
})
