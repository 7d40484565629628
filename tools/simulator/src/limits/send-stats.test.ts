import { expect, it } from 'vitest'
import { SendStats } from './send-stats.ts'

const send = (extra: object = {}) => ({
  ...{ method: 'sendMessage', chatId: 1, isGroup: false, proactive: true, paid: false, parts: 1 },
  ...extra,
})

it('knows the busiest second of proactive sends, wherever it began', () => {
  const stats = new SendStats()
  for (const at of [0, 900, 950, 1899, 1901, 5000]) stats.arrived(at, send())
  for (const at of [900, 900, 900]) stats.arrived(at, send({ proactive: false }))
  stats.arrived(900, send({ paid: true, parts: 3 }))
  // 900 ms, 950 ms and 1899 ms.
  expect(stats.view()).toMatchObject({
    bulk: { sends: 6, perSecondMax: 3 },
    paid: { sends: 3, perSecondMax: 3 },
  })
  stats.clear()
  expect(stats.view().bulk).toEqual({ sends: 0, perSecondMax: 0 })
})
