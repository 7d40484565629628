# Campaigns as admins see them: the card with the progress, the report, the list.

campaign-kind = { $kind ->
    [open-day-update] Open-day update
    [reminder] Reminders
    [digest] Digest
   *[other] Broadcast
}
campaign-title = <b>{ campaign-kind } No. { $number }</b>
campaign-draft = 📣 { campaign-title } · draft
campaign-scheduled = 🗓 { campaign-title } · begins { $when }
campaign-planning = 📣 { campaign-title } · listing recipients
campaign-running = 📣 { campaign-title } · running
campaign-stopped = 🛑 { campaign-title } · halted by the emergency stop
campaign-paused-by = ⏸ { campaign-title } · paused: { $who }, { $time }
campaign-paused-flood = ⏸ { campaign-title } · paused until { $until }: Telegram asks to wait (429, { $wait })
campaign-paused-errors = ⏸ { campaign-title } · paused since { $time }: too many errors
campaign-paused-outage = ⏸ { campaign-title } · paused until { $until }: Telegram does not answer
campaign-finished = ✅ { campaign-title } · finished { $when }, in { $duration }
campaign-cancelled = ✖️ { campaign-title } · cancelled: { $who }, { $time }

campaign-percent = <b>{ $percent }%</b>
campaign-speed = { $rate } per second, ≈ { $left } left · <i>{ $time }</i>
campaign-as-of = <i>{ $time }</i>
campaign-expected = Right now { $recipients } { $recipientsForm ->
    [one] recipient
   *[other] recipients
}; the final list is made at the start.
campaign-planned = { $recipients } { $recipientsForm ->
    [one] recipient
   *[other] recipients
} listed so far.
campaign-nothing-lost = Nothing is lost.
campaign-emergency-stop = Stopped: { $who }, { $time }. To resume: /resumesending.
campaign-never-began = Cancelled before it began: nothing was sent.
campaign-nobody = No recipients were found: nothing was sent to anybody.
campaign-errors = Errors: { $errors }.
campaign-error = “{ $error }” × { $count }
campaign-unknown = Unknown { $unknown }: { $policy ->
    [resend] sent again
   *[keep] not sent again
} (rule of this campaign).
campaign-created = <i>Created: { $who }, { $time }</i>
campaign-system = the system

tally-sent = sent
tally-blocked = blocked
tally-failed = failed
tally-unknown = unknown
tally-waiting = waiting
tally-skipped = skipped
tally-total = total
sum-sent = { $n } sent
sum-blocked = { $n } blocked
sum-failed = { $n } failed
sum-unknown = { $n } unknown
sum-waiting = { $n } waiting
sum-skipped = { $n } skipped

campaign-ask-cancel =
    ✖️ { campaign-title } · <b>cancel?</b>
    Will not get it: <b>{ $waiting }</b>. What was sent stays.
campaign-ask-cancel-scheduled =
    ✖️ { campaign-title } · <b>cancel?</b>
    Nothing was sent yet. Will not get it: <b>{ $waiting }</b>.

campaigns-title = 📣 <b>Campaigns</b> · { $page } of { $pages }
campaigns-none =
    📣 <b>Campaigns</b>
    There were none yet.
campaigns-row = <b>No. { $number }</b> · { $when } · { $state }
campaigns-row-kind = <b>No. { $number }</b> · { campaign-kind } · { $when } · { $state }
campaigns-scheduled = waiting
campaigns-planning = listing recipients
campaigns-running = running: { $sent } of { $size }
campaigns-paused = paused: { $sent } of { $size }
campaigns-finished = finished: { $sent } of { $size }
campaigns-cancelled = cancelled: { $sent } of { $size }

button-pause = Pause
button-resume = Resume
button-ask-cancel = Cancel…
button-cancel-campaign = Yes, cancel
button-keep-campaign = No, keep it
button-report = CSV report
button-retry-unknown = Retry unknown ({ $unknown })
button-send-scheduled = Send { $count } now
button-other-time = Other time
button-refresh = Refresh
button-campaigns = ‹ Campaigns
button-new-broadcast = New broadcast
button-campaign = No. { $number }
button-page = { $page } of { $pages }

toast-paused = Paused
toast-resumed = Running again
toast-cancelled = Cancelled
toast-started = Started
toast-up-to-date = Refreshed
toast-report = The report is on its way
toast-retrying = Trying again: { $n }
toast-none-unknown = Nothing is unknown
toast-already-paused = Paused by { $who }, { $time }
toast-already-running = Resumed by { $who }, { $time }
toast-already-cancelled = Cancelled by { $who }, { $time }
toast-already-finished = Finished already: { $time }
toast-not-started = Not started yet
