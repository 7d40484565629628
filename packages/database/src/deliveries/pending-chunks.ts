import type { Tx } from '../client.ts'

/** Jumps from chunk to chunk along the index of pending rows: one lookup each, however many rows there are. */
export async function pendingChunks(
  tx: Tx,
  campaignId: string,
  chunkSize: number,
  limit: number,
): Promise<number[]> {
  const chunks = await tx.$queryRaw<{ chunk: number }[]>`
    WITH RECURSIVE chunks (chunk, found) AS (
      (SELECT d.position / ${chunkSize}::integer, 1
         FROM deliveries d
        WHERE d.campaign_id = ${campaignId}::uuid AND d.state = 'pending'
        ORDER BY d.position LIMIT 1)
      UNION ALL
      SELECT next.chunk, chunks.found + 1
        FROM chunks CROSS JOIN LATERAL (
          SELECT d.position / ${chunkSize}::integer AS chunk
            FROM deliveries d
           WHERE d.campaign_id = ${campaignId}::uuid AND d.state = 'pending'
             AND d.position >= (chunks.chunk + 1) * ${chunkSize}::integer
           ORDER BY d.position LIMIT 1
        ) next
       WHERE chunks.found < ${limit}::integer
    )
    SELECT chunk FROM chunks ORDER BY chunk LIMIT ${limit}::integer`
  return chunks.map(({ chunk }) => chunk)
}
