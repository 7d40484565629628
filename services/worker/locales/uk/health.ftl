# State of the platform, for admins.

command-health = стан системи й розклад

health-well = 🩺 <b>Стан: усе гаразд</b> · { $time }
health-ill = 🔴 <b>Стан: { $n } { $nForm ->
    [one] проблема
    [few] проблеми
   *[other] проблем
}</b> · { $time }
health-alert = • <code>{ $id }</code> · від { $since }
health-queue-empty = Черга порожня
health-queue = Чекають { $n } { $nForm ->
    [one] чат
    [few] чати
   *[other] чатів
}, найстарше { $oldest }
health-leader = лідер <code>{ $who }</code>
health-no-leader = лідера немає
health-stores = PostgreSQL { $database } мс · Redis { $redis } мс, AOF
health-stores-volatile = PostgreSQL { $database } мс · Redis { $redis } мс, <b>без AOF</b>
health-webhook = Вебхук: черга { $n }
health-dead-letters = необроблених { $n }
health-next = { $task }: далі { $next }
health-never = ще не було
health-last = { $outcome ->
    [done] ✓
    [missed] <b>пропущено</b>
   *[failed] <b>помилка</b>
} { $slot }
