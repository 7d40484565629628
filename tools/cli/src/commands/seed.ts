import { syncCatalogue } from '@abitly/database'
import { databaseSection, loadConfig } from '@abitly/runtime'
import type { Command } from '../command.ts'

/** Brings the catalogue in the database up to date with the repository's. */
export const seed: Command = {
  name: 'seed',
  usage: '',
  summary: 'synchronise the catalogue: regions, universities, specialities, offers, open days',
  async run(_args, io) {
    const { database } = loadConfig({ database: databaseSection }, io.env)
    await syncCatalogue({ ...database, log: io.out })
    return 0
  },
}
