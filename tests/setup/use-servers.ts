import { useSharedServers } from '@abitly/testing'
import { inject } from 'vitest'
import './global-setup.ts'

useSharedServers(inject('servers'))
