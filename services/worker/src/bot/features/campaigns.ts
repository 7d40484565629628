import { Composer } from 'grammy'
import { audit } from '../../use-cases/admin/audit.ts'
import { listCampaigns } from '../../use-cases/campaigns/list-campaigns.ts'
import { pressCampaign } from '../../use-cases/campaigns/press-campaign.ts'
import type { BotContext } from '../context.ts'
import { onAdminCommand, onAdminPress } from '../on-admin.ts'

/** Campaigns that were begun: their list, their cards, what can be done about them. */
export const campaignsFeature = new Composer<BotContext>()

onAdminCommand(campaignsFeature, 'campaigns', async (visit) => {
  await audit(visit, 'campaigns.list')
  return listCampaigns(visit, 0)
})
onAdminPress(campaignsFeature, 'campaigns', (visit, { page }) => listCampaigns(visit, page))
onAdminPress(campaignsFeature, 'campaign', pressCampaign)
