# The daily reminder of open days that are near.

reminder-title = 🔔 { $day }
reminder-day = <b>{ $days ->
    [one] Tomorrow
   *[three] In 3 days
}, { $onDay }</b>
reminder-event = { $time } — { $university }, { $host }
reminder-event-format = { $event } · { $format ->
    [offline] on site
    [online] online
   *[mixed] on site and online
}
reminder-reason = <i>You get this because you { $reasons }.</i>
reminder-both = { $attends } and { $tracks }
reminder-both-lists = { $attends }, and also { $tracks }
reminder-attends = are going to { $n ->
    [one] an event
   *[many] events
} of { $universities }
reminder-tracks = follow { $n ->
    [one] an offer
   *[many] offers
} of { $universities }
reminder-other-universities = { $n } more { $nForm ->
    [one] institution
   *[other] institutions
}
