# The command of admins that tells students of edited open days.

notify-title = 🏛 <b>Open-day update</b>
notify-none = No open day was edited today.
notify-edited = Edited today: { $n } { $nForm ->
    [one] event
   *[other] events
}
notify-counts = Filters match: { $matched }, know already { $told }, will get it <b>{ $recipients }</b>
notify-nobody-matches = There is nobody to tell: no student’s filters match.
notify-everybody-knows = There is nobody to tell: all whom this concerns know already.
notify-event = • { $when } — { $university }, { $title }
notify-confirm =
    { $recipients } { $recipientsForm ->
        [one] recipient
       *[other] recipients
    }, at once. To confirm, send this number: <code>{ $typed }</code>
notify-cancelled =
    <b>Nothing was sent</b>
    The changes can be told later: /notifyOpenDaysUpdate
button-send-recipients = Send { $recipients }
button-example-message = Example
