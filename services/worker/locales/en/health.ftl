# State of the platform, for admins.

command-health = state of the system, schedule

health-well = 🩺 <b>All is well</b> · { $time }
health-ill = 🔴 <b>{ $n } { $nForm ->
    [one] problem
   *[other] problems
}</b> · { $time }
health-alert = • <code>{ $id }</code> · since { $since }
health-queue-empty = The queue is empty
health-queue = { $n } { $nForm ->
    [one] chat waits
   *[other] chats wait
}, the oldest for { $oldest }
health-leader = leader <code>{ $who }</code>
health-no-leader = no leader
health-stores = PostgreSQL { $database } ms · Redis { $redis } ms, AOF
health-stores-volatile = PostgreSQL { $database } ms · Redis { $redis } ms, <b>no AOF</b>
health-webhook = Webhook: { $n } waiting
health-dead-letters = dead letters { $n }
health-next = { $task }: next { $next }
health-never = never ran
health-last = { $outcome ->
    [done] ✓
    [missed] <b>missed</b>
   *[failed] <b>failed</b>
} { $slot }
