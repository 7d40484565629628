/** The naive import: the file as a whole, an INSERT each. */
import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { readOrder } from './child.ts'
import { SCHEMA } from './people.ts'

export interface ImportOrder {
  file: string
  databaseUrl: string
}

const { file, databaseUrl } = readOrder<ImportOrder>()
const client = new pg.Client({ connectionString: databaseUrl })
await client.connect()
const [, ...lines] = (await readFile(file, 'utf8')).trim().split('\n')
for (const line of lines)
  await client.query(
    `INSERT INTO ${SCHEMA}.offer_applicants (year, offer_id, applicant_key, funding, score, priority, status_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (year, offer_id, applicant_key, funding)
     DO UPDATE SET score = EXCLUDED.score, priority = EXCLUDED.priority, status_id = EXCLUDED.status_id`,
    line.split(','),
  )
await client.end()
