import { existsSync } from 'node:fs'

const PACKAGES = { redis: { debian: 'redis-server' }, postgresql: { debian: 'postgresql' } } as const

/** The one command that installs a server on this system. */
export function installHint(what: keyof typeof PACKAGES): string {
  if (process.platform === 'darwin') return `brew install ${what}`
  const sudo = process.getuid?.() === 0 ? '' : 'sudo '
  if (existsSync('/etc/debian_version')) return `${sudo}apt-get install -y ${PACKAGES[what].debian}`
  if (existsSync('/etc/alpine-release')) return `${sudo}apk add ${what}`
  if (existsSync('/etc/fedora-release'))
    return `${sudo}dnf install -y ${what === 'redis' ? 'valkey' : `${what}-server`}`
  return what === 'redis'
    ? 'docker compose up --build (or put redis-server on the PATH)'
    : 'docker compose up --build'
}
