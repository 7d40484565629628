import { benchCampaign } from './campaign.ts'
import { benchImport } from './import.ts'
import { benchLatency } from './latency.ts'
import { benchLimiter } from './limiter.ts'
import { benchPictures } from './pictures.ts'
import { benchPlan } from './plan.ts'
import { benchPlanning } from './planning.ts'
import { benchReminders } from './reminders.ts'
import { benchReplies } from './replies.ts'
import { benchSearch } from './search.ts'
import { say } from './support/figures.ts'
import { benchThroughput } from './throughput.ts'
import { benchWebhook } from './webhook.ts'

const BENCHES: Record<string, () => Promise<void>> = {
  webhook: benchWebhook,
  latency: benchLatency,
  throughput: benchThroughput,
  limiter: benchLimiter,
  replies: benchReplies,
  planning: benchPlanning,
  reminders: benchReminders,
  campaign: benchCampaign,
  pictures: benchPictures,
  search: benchSearch,
  import: benchImport,
  plan: benchPlan,
}

const wanted = process.argv.slice(2).filter((word) => word !== '--quick')
for (const name of wanted.length === 0 ? Object.keys(BENCHES) : wanted) {
  const bench = BENCHES[name]
  if (bench === undefined) {
    say(`There is no bench "${name}". There are: ${Object.keys(BENCHES).join(', ')}`)
    process.exit(2)
  }
  await bench()
  say()
}
process.exit(0)
