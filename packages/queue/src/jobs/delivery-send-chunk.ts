import { z } from 'zod'
import { QUEUES } from '../catalog.ts'
import { defineJob } from '../job-contract.ts'

/** Positions of a campaign's recipients: `after` < position <= `upto`. */
const payload = z.object({ campaignId: z.uuid(), after: z.int().min(-1), upto: z.int().min(0) })
export type ChunkPayload = z.infer<typeof payload>

/** Sends to the recipients of a range that still wait. Their rows are the progress: doing it again resumes. */
export const deliverySendChunk = defineJob<ChunkPayload>({
  name: 'delivery.send-chunk',
  queue: QUEUES.deliveries,
  payload,
  keyOf: ({ campaignId, after }) => `${campaignId}/${after}`,
})
