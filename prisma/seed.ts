import { syncCatalogue } from '@abitly/database'
import { databaseSection, loadConfig } from '@abitly/runtime'

// `prisma db seed` runs this; the services' start does the same by `abitly seed`.
const { database } = loadConfig({ database: databaseSection }, process.env)
const { changed, openDaysAdded, durationMs } = await syncCatalogue(database)
process.stdout.write(
  `catalogue ${changed ? 'written' : 'up to date'}, ${openDaysAdded} open days added (${durationMs} ms)\n`,
)
