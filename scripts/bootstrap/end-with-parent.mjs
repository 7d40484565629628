/** Preloaded into the test runner: ends it when whoever started it is gone, even by SIGKILL. Its workers have their own. */
if (process.channel !== undefined && process.argv[1]?.endsWith('vitest.mjs')) {
  process.on('disconnect', () => process.exit(1))
  process.channel.unref()
}
