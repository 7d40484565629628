import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const MAC_APP = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/** The installed Chromium: `$CHROMIUM_BIN`, else the first on the PATH, else undefined. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const onPath = (env['PATH'] ?? '').split(delimiter)
  const candidates = [
    env['CHROMIUM_BIN'],
    ...NAMES.flatMap((name) => onPath.map((folder) => join(folder, name))),
  ]
  return [...candidates, MAC_APP].find((path) => path !== undefined && isExecutable(path))
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
