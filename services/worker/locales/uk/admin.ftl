# Commands of admins: help, emergency stop.

help-admin = <b>Для адмінів</b>
command-broadcast = нова розсилка
command-campaigns = розсилки та їхні звіти
command-notify-open-days-update = сповістити про змінені відкриті двері
command-stop-sending = аварійна зупинка всіх розсилок
command-resume-sending = відновити розсилки

sending-stopped =
    🛑 <b>Розсилки зупинено</b> · { $time }

    Відповіді студентам надсилаються як завжди. Відновити — /resumesending.
sending-stopped-already = 🛑 <b>Розсилки вже зупинено:</b> { $who }, { $time }
sending-resumed = ▶️ <b>Розсилки відновлено</b> · { $time }
sending-resumed-after = Зупинено було: { $who }, { $time }.
sending-not-stopped = Розсилки не зупинено: надсилається все, що розпочато.
sending-waits = { campaign-title }: { $waits } { $waitsForm ->
    [one] чекає
   *[other] чекають
}
sending-nothing-waits = Незавершених розсилок немає.
sending-paused = { campaign-title }: на паузі, { $waits } { $waitsForm ->
    [one] чекає
   *[other] чекають
}
