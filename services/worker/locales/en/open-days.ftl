# Open days of students: lists, the card of one, the page of a university.

open-days = <b>Open days</b> · { $list ->
    [filters] by your filters
   *[all] all
}: { $n }
open-days-mine = <b>Where I’m going</b> · { $n }
open-days-university = 🏛 <b>{ $university }</b> · events: { $n }
open-days-day = <b>{ $day }</b>
open-days-past-day = <b>{ $day }</b> · over
open-days-row = { $number }. { $time } — { $host }
open-days-row-untimed = { $number }. { $host }
open-days-host = { $university }, { $host }
open-days-time-unknown = Time to be announced
open-days-format = { $format ->
    [online] online
   *[mixed] on site and online
}
open-days-going = <b>you’re going</b>
open-days-demo = <i>demo</i>
open-days-generated = <i>Demo data: these events are invented.</i>
open-days-none = No events ahead so far. New ones will appear here.
open-days-none-found = No events meet these filters.
open-days-without = Without the filter “{ $filter }” there would be { $nForm ->
    [one] { $n }
   *[other] { $n }
}.
open-days-mine-none = Nothing chosen yet. Open an event, press “I’ll go”, and I will remind you 3 days and 1 day before.

open-day-title = 🏛 <b>{ $title }</b>
open-day-registration-closed = Registration is closed.
open-day-over = <i>This event is over.</i>
open-day-detail = { $what ->
    [programme] Programme
    [audience] For
   *[contacts] Contacts
}: { $text }
open-day-generated-plain = Demo data: this event is invented.
open-day-calendar =
    📅 <b>{ $title }</b>
    { $when }
    Open the file to add the event to your calendar.

university = 🏛 <b>{ $university }</b>
university-event = <b>{ $day }, { $time }</b> — { $host }
university-event-unknown = <b>{ $day }</b>, time to be announced — { $host }
university-invitation = Send a link to a programme of this university and I will work out your chance.
university-hidden = The university is among your filters, but its region is not among the chosen ones, so its events stay hidden. Add the region or clear that filter.
university-unknown = There is no such university in the database.

menu-when = { $day }, { $time }
menu-next-open-day = Next event: { $when } — { $university }.

button-open-days = Open days
button-going = Going ({ $n })
button-by-filters = By filters
button-filters = Filters
button-filters-chosen = Filters ({ $n })
button-attend = I’ll go
button-leave = ✓ Going · cancel
button-calendar = Add to calendar
button-registration-page = Registration
button-stream = Stream
button-map = Map
button-to-list = ‹ To the list
button-university-open-days = Open days ({ $n })
button-watch = Notify me of new ones
button-unwatch = ✓ Notifying · cancel

toast-attending = Noted: you’re going
toast-attending-both = I’ll remind you 3 days and 1 day before
toast-attending-day = I’ll remind you 1 day before
toast-attending-muted = Noted, but reminders are off
toast-left = Removed from your events
toast-watching = Added to your event filters
toast-not-watching = Removed from your event filters

command-open-days = open days
command-my-open-days = where I’m going
command-open-day-filters = event filters
