import { readFileSync } from 'node:fs'

/** The version in the package.json beside the caller's folder: `versionOf(new URL('../package.json', import.meta.url))`. */
export function versionOf(packageJson: URL): string {
  const parsed: unknown = JSON.parse(readFileSync(packageJson, 'utf8'))
  const version =
    typeof parsed === 'object' && parsed !== null && 'version' in parsed ? parsed.version : undefined
  return typeof version === 'string' ? version : 'unknown'
}
