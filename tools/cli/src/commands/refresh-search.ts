import { rebuildOfferSearch } from '@abitly/database'
import { databaseSection, loadConfig } from '@abitly/runtime'
import type { Command } from '../command.ts'

/** Makes offers searchable that another program has written. */
export const refreshSearch: Command = {
  name: 'refresh-search',
  usage: '',
  summary: 'bring the search up to date with the offers, whoever wrote them',
  async run(_args, io) {
    const { database } = loadConfig({ database: databaseSection }, io.env)
    const { offers, words, durationMs } = await rebuildOfferSearch(database)
    io.out(`${offers} offers of the newest two years can be found by ${words} words (${durationMs} ms)`)
    return 0
  },
}
