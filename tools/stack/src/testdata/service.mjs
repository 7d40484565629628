/** Every service at once: is ready, answers for the simulator too, and takes its leave when it is asked to. */
import { createServer } from 'node:http'

if (process.env.FAKE_CRASH !== undefined) {
  process.stderr.write('the reason it does not start\n')
  process.exit(3)
}

const server = createServer((request, response) => {
  const webhook = { result: { url: 'registered' } }
  response.writeHead(200).end(request.url.endsWith('/getWebhookInfo') ? JSON.stringify(webhook) : 'ok')
})
server.listen(
  Number(process.env.SIMULATOR_BOT_TOKEN === undefined ? process.env.PORT : process.env.SIMULATOR_PORT),
)
process.on('SIGTERM', () => {
  if (process.env.FAKE_STUBBORN !== undefined) return
  process.stdout.write('goodbye\n')
  process.exit(0)
})
