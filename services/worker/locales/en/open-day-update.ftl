# Edited open days: the message to students, and the command that sends it.

open-day-update = 🏛 <b>{ $n ->
    [one] An open day has changed
   *[many] Open days have changed
}</b>
open-day-when = <b>{ $day }, { $time }</b>
open-day-when-unknown = <b>{ $day }</b> · time to be announced
open-day-host = { $university } — { $host }
open-day-whole-university = the whole university
open-day-format = { $format ->
    [offline] On site
    [online] Online
   *[mixed] On site and online
}
open-day-place = { open-day-format }: { $address }
open-day-registration = Registration { $until }
open-day-generated = <i>Demonstration data.</i>
open-day-update-more = <i>And { $n } more { $nForm ->
    [one] event
   *[other] events
}.</i>
open-day-update-reason = <i>I write because this meets your event filters.</i>
button-registration = Registration: { $university }

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
