import type { AudienceFilter, Campaign } from '@abitly/database'
import { defineFault } from '@abitly/runtime'
import { z } from 'zod'
import { campaignContent, deliveryContent } from './content.ts'
import type { CampaignContent, DeliveryContent } from './content.ts'

export const campaignInvalid = defineFault(
  'CAMPAIGN_INVALID',
  'The content or the audience of a campaign is not what this version understands; its job is tried again',
)

const ids = z.array(z.int())
/** `campaigns.audience` of a broadcast */
const audienceFilter: z.ZodType<AudienceFilter> = z.object({
  base: z.enum(['all', 'linked', 'test']),
  testChatIds: z.array(z.string().regex(/^-?\d+$/)),
  regionIds: ids,
  universityIds: ids,
  specialityCodes: z.array(z.string()),
  language: z.enum(['uk', 'en']).nullable(),
  activeWithinDays: z.int().min(1).nullable(),
})

/** @throws Fault CAMPAIGN_INVALID */
export function contentOf(campaign: Campaign): CampaignContent {
  return parsed(campaignContent, campaign.content, campaign, 'content')
}

/** @throws Fault CAMPAIGN_INVALID */
export function audienceOf(campaign: Campaign): AudienceFilter {
  return parsed(audienceFilter, campaign.audience, campaign, 'audience')
}

/** @throws ZodError */
export function deliveryContentOf(content: unknown): DeliveryContent | null {
  return content === null ? null : deliveryContent.parse(content)
}

function parsed<T>(schema: z.ZodType<T>, value: unknown, { number }: Campaign, what: string): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const where = [...new Set(result.error.issues.map(({ path }) => path.join('.')))].join(', ')
  // Only the paths: what stands there may be anybody's text.
  throw campaignInvalid({ about: `campaign ${number}, ${what}: ${where}` })
}
