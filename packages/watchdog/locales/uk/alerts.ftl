# Alerts to admins: what it means for students, since when, what to do.

alert-next = Що робити: runbook, розділ «{ $section }».

alert-role = 🔴 <b>Роль { $service } мовчить { $lasted }</b> · востаннє { $stamp }
alert-role-unheard = 🔴 <b>Роль { $service } не озивається { $lasted }</b> · від { $stamp }
alert-role-effect = { $service ->
    [ingress] Повідомлення студентів не доходять; Telegram зберігає їх добу.
    [worker] Студенти не отримують відповідей; їхні повідомлення чекають.
    [scheduler] Нагадування й планові задачі стоять; відповіді надсилаються.
   *[other] Усе, що робить ця роль, стоїть.
}

alert-instance = 🔴 <b>{ $name } мовчить { $lasted }</b> · востаннє { $stamp }
alert-instance-left = { $form ->
    [one] Далі працює
   *[other] Далі працюють
} { $count }: { $names }.
alert-instance-alone = Інших процесів { $service } теж не чути.
alert-instance-waits = Найстарше повідомлення чекає { $oldest }.

alert-webhook-elsewhere =
    🔴 <b>Вебхук указує не на нас</b> · помічено { $at }
    Telegram надсилає повідомлення студентів на { $host }.
alert-webhook-unset =
    🔴 <b>Вебхук не зареєстровано</b> · помічено { $at }
    Повідомлення студентів не доходять; Telegram зберігає їх добу.
alert-webhook-errors =
    🔴 <b>Telegram не може доставити повідомлення</b> · помічено { $at }
    Причина: «{ $error }».
alert-webhook-pending =
    🔴 <b>У Telegram { $form ->
        [one] чекає { $count } повідомлення
        [few] чекають { $count } повідомлення
       *[other] чекають { $count } повідомлень
    }</b> · помічено { $at }
    Доставка відстає: студенти отримують відповіді із запізненням.
alert-webhook-waits = У Telegram { $form ->
    [one] чекає { $count } повідомлення
    [few] чекають { $count } повідомлення
   *[other] чекають { $count } повідомлень
}.

alert-backlog =
    🔴 <b>Найстарше повідомлення чекає { $lasted }</b> · від { $stamp }
    Без відповіді { $form ->
        [one] { $count } чат
        [few] { $count } чати
       *[other] { $count } чатів
    }.

alert-dead-letters =
    🔴 <b>{ $form ->
        [one] Не оброблено { $count } повідомлення
        [few] Не оброблено { $count } повідомлення
       *[other] Не оброблено { $count } повідомлень
    }</b> · помічено { $at }
    Найчастіше: { $codes }. Авторам надіслано вибачення; оновлення збережено, їх можна запустити знову.

recovery-lasted = Тривало { $from }–{ $to } ({ $lasted }).
recovery-role = 🟢 <b>Роль { $service } знову працює</b>
recovery-instance = 🟢 <b>{ $name } знову працює</b>
recovery-instance-gone = ⚪️ <b>{ $name } більше не чекаємо:</b> процес зупинено, або він мовчав добу.
recovery-webhook = 🟢 <b>Доставка від Telegram знову працює</b>
recovery-backlog = 🟢 <b>Повідомлення знову не чекають</b>
recovery-dead-letters = 🟢 <b>Необроблених повідомлень немає</b>
