import type { Method } from '../method.ts'
import { botJson } from '../present.ts'

export const getMe: Method = {
  name: 'getMe',
  run: (_call, { world, options }) => ({
    ...botJson(world),
    can_join_groups: true,
    can_read_all_group_messages: !options.groupPrivacy,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  }),
}
