import { TEXTS } from './testdata/search-texts.ts'
import { createSearchers } from './searchers/searchers.ts'
import type { Searcher } from './searchers/searchers.ts'
import { median, quantile, say, table } from './support/figures.ts'
import { addOffers } from './testdata/many-offers.ts'
import { amount } from './support/quick.ts'
import { createRig } from './support/rig.ts'

const OFFERS = amount(50_000, 5_000)
const ROUNDS = amount(10, 3)

/** From the text to the first page, each way in turn on one connection. */
export async function benchSearch(): Promise<void> {
  const rig = await createRig()
  try {
    const took = await addOffers(rig.databaseUrl, OFFERS)
    say(`Search: ${OFFERS} offers, locale C; made searchable in ${(took / 1_000).toFixed(1)} s`)
    const searchers = await createSearchers(rig.databaseUrl)
    const rows = [['text', 'way', 'found', 'median ms', '95 % ms', 'ratio']]
    for (const [kind, texts] of Object.entries(TEXTS)) {
      rows.push(...(await measure(kind, texts, searchers.all)))
    }
    await searchers.close()
    table(rows)
  } finally {
    await rig.stop()
  }
}

async function measure(
  kind: string,
  texts: readonly string[],
  searchers: readonly Searcher[],
): Promise<string[][]> {
  const times = new Map<Searcher, number[]>(searchers.map((searcher) => [searcher, []]))
  const found = new Map<Searcher, number>()
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const text of texts) {
      for (const [searcher, taken] of times) {
        const startedAt = performance.now()
        const count = await searcher.find(text)
        taken.push(performance.now() - startedAt)
        if (round === 0 && count > 0) found.set(searcher, (found.get(searcher) ?? 0) + 1)
      }
    }
  }
  const ours = median([...times.values()][0] ?? [])
  return [...times].map(([searcher, taken]) => [
    ...[kind, searcher.name, `${found.get(searcher) ?? 0} of ${texts.length}`],
    ...[median(taken).toFixed(1), quantile(taken, 0.95).toFixed(1), (median(taken) / ours).toFixed(1)],
  ])
}
