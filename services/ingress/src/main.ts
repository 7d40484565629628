import { runService } from '@abitly/runtime'
import { buildIngress } from './app.ts'
import { loadIngressConfig } from './config.ts'

await runService('ingress', () => loadIngressConfig(process.env), buildIngress)
