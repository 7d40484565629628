# Alerts to admins: what it means for students, since when, what to do.

alert-next = What to do: runbook, section “{ $section }”.

alert-role = 🔴 <b>Role { $service } silent for { $lasted }</b> · last heard { $stamp }
alert-role-unheard = 🔴 <b>Role { $service } not heard for { $lasted }</b> · since { $stamp }
alert-role-effect = { $service ->
    [ingress] Messages of students do not arrive; Telegram keeps them for a day.
    [worker] Students get no answers; their messages wait.
    [scheduler] Reminders and scheduled tasks stand still; answers go out.
   *[other] Whatever this role does stands still.
}

alert-instance = 🔴 <b>{ $name } silent for { $lasted }</b> · last heard { $stamp }
alert-instance-left = Still working, { $count }: { $names }.
alert-instance-alone = No other { $service } process is heard either.
alert-instance-waits = The oldest message has waited { $oldest }.

alert-webhook-elsewhere =
    🔴 <b>The webhook points elsewhere</b> · noticed { $at }
    Telegram sends messages of students to { $host }.
alert-webhook-unset =
    🔴 <b>No webhook is registered</b> · noticed { $at }
    Messages of students do not arrive; Telegram keeps them for a day.
alert-webhook-errors =
    🔴 <b>Telegram cannot deliver messages</b> · noticed { $at }
    Reason: “{ $error }”.
alert-webhook-pending =
    🔴 <b>{ $form ->
        [one] { $count } message waits at Telegram
       *[other] { $count } messages wait at Telegram
    }</b> · noticed { $at }
    Delivery lags behind: students get answers late.
alert-webhook-waits = { $form ->
    [one] { $count } message waits at Telegram.
   *[other] { $count } messages wait at Telegram.
}

alert-backlog =
    🔴 <b>The oldest message has waited { $lasted }</b> · since { $stamp }
    Without an answer: { $form ->
        [one] { $count } chat
       *[other] { $count } chats
    }.

alert-dead-letters =
    🔴 <b>{ $form ->
        [one] { $count } message was given up
       *[other] { $count } messages were given up
    }</b> · noticed { $at }
    Mostly: { $codes }. Their authors got an apology; the updates are kept and can be run again.

recovery-lasted = Lasted { $from }–{ $to } ({ $lasted }).
recovery-role = 🟢 <b>Role { $service } works again</b>
recovery-instance = 🟢 <b>{ $name } works again</b>
recovery-instance-gone = ⚪️ <b>{ $name } is expected no more:</b> it was stopped, or silent for a day.
recovery-webhook = 🟢 <b>Delivery from Telegram works again</b>
recovery-backlog = 🟢 <b>Messages no longer wait</b>
recovery-dead-letters = 🟢 <b>No message is given up any more</b>
