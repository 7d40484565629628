import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import pg from 'pg'
import { SCHEMA } from '../support/people.ts'

/** Writes a CSV file of applications to the offers there are, one after the other. */
export async function writeApplicantsFile(
  path: string,
  databaseUrl: string,
  { rows, person }: { rows: number; person: string },
): Promise<void> {
  const offers = await offersOf(databaseUrl)
  const file = createWriteStream(path)
  file.write('year,offer_id,applicant_key,funding,score,priority,status_id\n')
  for (let n = 0; n < rows; n += 1) {
    const { year, offer_id: offerId } = offers[n % offers.length] ?? { year: 0, offer_id: 0 }
    const score = (130 + (n % 70_000) / 1_000).toFixed(3)
    const fits = file.write(`${year},${offerId},${person}-${n},budget,${score},${(n % 15) + 1},5\n`)
    if (!fits) await once(file, 'drain')
  }
  file.end()
  await finished(file)
}

async function offersOf(databaseUrl: string): Promise<{ year: number; offer_id: number }[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ year: number; offer_id: number }>(
      `SELECT year, offer_id FROM ${SCHEMA}.offers ORDER BY year, offer_id`,
    )
    return rows
  } finally {
    await client.end()
  }
}
