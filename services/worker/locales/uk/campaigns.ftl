# Campaigns as admins see them: the card with the progress, the report, the list.

campaign-kind = { $kind ->
    [open-day-update] Оновлення відкритих дверей
    [reminder] Нагадування
    [digest] Дайджест
   *[other] Розсилка
}
campaign-title = <b>{ campaign-kind } № { $number }</b>
campaign-draft = 📣 { campaign-title } · чернетка
campaign-scheduled = 🗓 { campaign-title } · початок { $when }
campaign-planning = 📣 { campaign-title } · складається список
campaign-running = 📣 { campaign-title } · іде
campaign-stopped = 🛑 { campaign-title } · стоїть: аварійна зупинка
campaign-paused-by = ⏸ { campaign-title } · пауза: { $who }, { $time }
campaign-paused-flood = ⏸ { campaign-title } · пауза до { $until }: Telegram просить зачекати (429, { $wait })
campaign-paused-errors = ⏸ { campaign-title } · пауза з { $time }: забагато помилок
campaign-paused-outage = ⏸ { campaign-title } · пауза до { $until }: Telegram не відповідає
campaign-finished = ✅ { campaign-title } · завершено { $when }, за { $duration }
campaign-cancelled = ✖️ { campaign-title } · скасовано: { $who }, { $time }

campaign-percent = <b>{ $percent } %</b>
campaign-speed = { $rate } на секунду, лишилося ≈ { $left } · <i>{ $time }</i>
campaign-as-of = <i>{ $time }</i>
campaign-expected = Зараз це { $recipients } { $recipientsForm ->
    [one] отримувач
    [few] отримувачі
   *[many] отримувачів
}; остаточний список складеться на початку.
campaign-planned = У списку вже { $recipients } { $recipientsForm ->
    [one] отримувач
    [few] отримувачі
   *[many] отримувачів
}.
campaign-nothing-lost = Нічого не втрачено.
campaign-emergency-stop = Зупинено: { $who }, { $time }. Відновити — /resumesending.
campaign-never-began = Скасовано до початку: нікому не надіслано.
campaign-nobody = Отримувачів не знайшлося: нікому нічого не надіслано.
campaign-errors = Помилки: { $errors }.
campaign-error = «{ $error }» × { $count }
campaign-unknown = Невідомо { $unknown }: { $policy ->
    [resend] повторюємо
   *[keep] не повторюємо
} (правило розсилки).
campaign-created = <i>Створено: { $who }, { $time }</i>
campaign-system = система

tally-sent = надіслано
tally-blocked = заблокували
tally-failed = помилки
tally-unknown = невідомо
tally-waiting = чекають
tally-skipped = пропущено
tally-total = разом
sum-sent = { $n } надіслано
sum-blocked = { $n } { $nForm ->
    [one] заблокував
   *[other] заблокували
}
sum-failed = { $n } { $nForm ->
    [one] помилка
    [few] помилки
   *[many] помилок
}
sum-unknown = { $n } невідомо
sum-waiting = { $n } { $nForm ->
    [one] чекає
   *[other] чекають
}
sum-skipped = { $n } пропущено

campaign-ask-cancel =
    ✖️ { campaign-title } · <b>скасувати?</b>
    Не отримають: <b>{ $waiting }</b>. Уже надіслане залишиться.
campaign-ask-cancel-scheduled =
    ✖️ { campaign-title } · <b>скасувати?</b>
    Ще нікому не надіслано. Не отримають: <b>{ $waiting }</b>.

campaigns-title = 📣 <b>Розсилки</b> · { $page } з { $pages }
campaigns-none =
    📣 <b>Розсилки</b>
    Ще не було жодної.
campaigns-row = <b>№ { $number }</b> · { $when } · { $state }
campaigns-row-kind = <b>№ { $number }</b> · { campaign-kind } · { $when } · { $state }
campaigns-scheduled = очікує
campaigns-planning = складається список
campaigns-running = іде: { $sent } з { $size }
campaigns-paused = пауза: { $sent } з { $size }
campaigns-finished = завершено: { $sent } з { $size }
campaigns-cancelled = скасовано: { $sent } з { $size }

button-pause = Пауза
button-resume = Продовжити
button-ask-cancel = Скасувати…
button-cancel-campaign = Так, скасувати
button-keep-campaign = Ні, залишити
button-report = Звіт CSV
button-retry-unknown = Повторити невідомі ({ $unknown })
button-send-scheduled = Надіслати { $count } зараз
button-other-time = Інший час
button-refresh = Оновити
button-campaigns = ‹ Розсилки
button-new-broadcast = Нова розсилка
button-campaign = № { $number }
button-page = { $page } з { $pages }

toast-paused = Пауза
toast-resumed = Іде далі
toast-cancelled = Скасовано
toast-started = Розпочато
toast-up-to-date = Оновлено
toast-report = Звіт зараз прийде
toast-retrying = Повторюємо: { $n }
toast-none-unknown = Невідомих немає
toast-already-paused = Вже на паузі: { $who }, { $time }
toast-already-running = Уже йде: { $who }, { $time }
toast-already-cancelled = Уже скасовано: { $who }, { $time }
toast-already-finished = Уже завершено: { $time }
toast-not-started = Ще не розпочато
