import { defineConfig } from 'vitest/config'
import { findChromium } from './tests/setup/chromium.ts'

const sources = ['packages', 'services', 'tools', 'bench', 'scripts', 'apps']
const withServers = {
  globalSetup: ['tests/setup/global-setup.ts'],
  setupFiles: ['tests/setup/use-servers.ts'],
}
/** Whole processes share two cores with each other: one file at a time, and time to start. */
const wholeProcesses = { ...withServers, fileParallelism: false, testTimeout: 120_000, hookTimeout: 180_000 }
const chromium = findChromium()

if (chromium === undefined) {
  process.stderr.write(
    'Browser tests are left out: no Chromium is installed (Debian: apt-get install chromium; or set CHROMIUM_BIN)\n',
  )
}

export default defineConfig({
  // Packages of this workspace resolve to their sources.
  ssr: { resolve: { conditions: ['development', 'module', 'node'] } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [...sources, 'tests/scripts'].map((folder) => `${folder}/**/*.test.ts`),
          exclude: ['**/node_modules/**', '**/dist/**', '**/*.integration.test.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: [...sources, 'prisma', 'tests/integration'].map(
            (folder) => `${folder}/**/*.integration.test.ts`,
          ),
          exclude: ['**/node_modules/**', '**/dist/**'],
          ...withServers,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/{e2e,faults}/**/*.test.ts'],
          ...wholeProcesses,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: chromium === undefined ? [] : ['tests/browser/**/*.test.ts'],
          ...wholeProcesses,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
})
