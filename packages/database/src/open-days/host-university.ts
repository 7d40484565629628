import type { Tx } from '../client.ts'
import type { HostUniversity } from './open-day.ts'

/** The institution of an EDBO id; where none is confirmed, of our own id. */
export async function hostUniversity(tx: Tx, id: number): Promise<HostUniversity | null> {
  const [university] = await tx.$queryRaw<HostUniversity[]>`
    SELECT id AS "universityId", region_id AS "regionId", json_build_object('uk', name_uk, 'en', name_en) AS name,
           json_build_object('uk', short_uk, 'en', short_en) AS short
      FROM universities WHERE edbo_id = ${id}::integer OR id = ${id}::integer
     ORDER BY edbo_id = ${id}::integer DESC NULLS LAST LIMIT 1`
  return university ?? null
}
