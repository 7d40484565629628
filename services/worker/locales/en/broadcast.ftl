# The dialogue that prepares a broadcast: content, audience, look, time.

broadcast-content =
    📣 <b>Broadcast</b> · 1 of 4: content

    Send a formatted text, a photo or any other message: it is copied as it is.
broadcast-content-kept = <i>Until a new one comes, the previous one stays.</i>
broadcast-album = An album cannot be broadcast as one message. A single photo with a caption can.
broadcast-caption-too-long = The caption has { $length } characters, and a bot may send { $limit } at most. A shorter one will do.
broadcast-not-copyable = Telegram does not let such a message be copied. A text, a photo, a video, a file, a voice message or a sticker will do.
broadcast-buttons =
    📣 <b>Broadcast</b> · 1 of 4: buttons

    There can be link buttons under the message, { $limit } at most. Send them, each on a line of its own:
    <code>Label | https://abitly.org</code>
broadcast-buttons-now =
    <b>Now:</b>
    { $buttons }
broadcast-copy-caution = <i>It is copied from this chat: while the broadcast runs, the original must be neither deleted nor changed.</i>
broadcast-buttons-problem = Line { $line }: { $problem }
broadcast-line-no-separator = there is no “|” between label and address
broadcast-line-no-label = there is no label
broadcast-line-label-too-long = the label is longer than { $limit } characters
broadcast-line-bad-address = the address must begin with https://, http:// or tg://
broadcast-line-too-many = one too many, there may be { $limit } buttons
broadcast-needs-text = A text is needed here.

broadcast-audience = 📣 <b>Broadcast</b> · 2 of 4: to whom
broadcast-recipients = Will get it: <b>{ $recipients }</b>.
broadcast-left-out = Will not: { $reasons }.
broadcast-muted = { $muted } with notifications off
broadcast-unreachable = { $unreachable } unreachable
broadcast-nobody = Nobody meets all conditions at once: one of them has to go.
broadcast-nobody-reachable = There is nobody to send to: all who meet the conditions have notifications off or cannot be reached.
broadcast-base = { $base ->
    [linked] Linked
    [test] Test
   *[all] All
}
broadcast-base-test = Test: admins only
broadcast-language = { $language ->
    [en] English
   *[uk] Ukrainian
}
broadcast-active = active within { $days } { $daysForm ->
    [one] day
   *[other] days
}
broadcast-filter = { $field ->
    [region] Region
    [university] University
    [speciality] Speciality
    [language] Language
   *[activity] Activity
}
broadcast-filter-set = { broadcast-filter } ✓

broadcast-choose = 📣 <b>Broadcast</b> · 2 of 4: { $field ->
    [region] regions
    [university] universities
   *[speciality] specialities
}
broadcast-choose-hint = Press to add or remove. To find one, send a part of its name: <i>{ $sample }</i>

broadcast-preview =
    📣 <b>Broadcast</b> · 3 of 4: look

    The message above is exactly what students get.
broadcast-preview-missing = <i>If there is none, Telegram has refused it: change the content or the buttons.</i>

broadcast-when = 📣 <b>Broadcast No. { $number }</b> · 4 of 4: when
broadcast-estimate = { $recipients } { $recipientsForm ->
    [one] recipient
   *[other] recipients
}, ≈ { $duration } ({ $rate } per second).
broadcast-now = It is { $time } now, quiet hours are 22:00–08:00.
broadcast-now-quiet = It is { $time } now, quiet hours 22:00–08:00: arrives without sound.
quiet-hours = Quiet hours 22:00–08:00: arrives without sound.
broadcast-time =
    📣 <b>{ $title }</b> · another time

    Send day and time in Kyiv: <code>24.11 10:00</code>, <code>tomorrow 10:00</code> or <code>10:00</code>
broadcast-title = Broadcast No. { $number }
broadcast-time-unreadable = This does not look like a time.
broadcast-time-past = { $moment } is in the past.
broadcast-time-too-far = { $moment } is more than a year away.
broadcast-time-missing = There is no such day or time.
broadcast-confirm =
    📣 <b>Broadcast No. { $number }</b> · confirmation

    { $recipients } { $recipientsForm ->
        [one] recipient
       *[other] recipients
    }, { $when }. To confirm, send this number: <code>{ $typed }</code>
broadcast-confirm-now = at once
broadcast-confirm-wrong = Not that number: { $recipients } is needed.
word-today = today
word-tomorrow = tomorrow

broadcast-discarded =
    <b>Nothing was sent</b>
    The draft is discarded.
broadcast-gone =
    <b>This draft cannot be changed any more</b>
    It was discarded, or a new one begun.

button-ready = Done: { $n }
button-without-buttons = On without buttons
button-forward = Next
button-forward-count = Next: { $recipients }
button-remove-buttons = Remove buttons
button-keep-content = Keep the previous
button-test-send = Send to myself
button-change = Change
button-send-count = Send { $recipients } now
button-tomorrow = Tomorrow 10:00
button-unknown-policy = Unknown: { $policy ->
    [resend] send again
   *[keep] do not send again
}

toast-test-sent = Sent
toast-nobody = There are no recipients
toast-scheduled = Scheduled
