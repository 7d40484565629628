# Edited open days: the message to students.

open-day-update = 🏛 <b>{ $n ->
    [one] An open day has changed
   *[many] Open days have changed
}</b>
open-day-when = <b>{ $day }, { $time }</b>
open-day-when-past = <b>{ $day }</b>
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
