import { migrate } from '@abitly/database'
import { databaseSection, loadConfig } from '@abitly/runtime'
import type { Command } from '../command.ts'

/** Brings the database schema up to date. Safe to run by several processes at once. */
export const migrateCommand: Command = {
  name: 'migrate',
  usage: '',
  summary: 'apply the migrations that are missing',
  async run(_args, io) {
    const { database } = loadConfig({ database: databaseSection }, io.env)
    await migrate({ ...database, log: io.out })
    return 0
  },
}
