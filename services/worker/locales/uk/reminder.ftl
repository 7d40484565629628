# The daily reminder of open days that are near.

reminder-title = 🔔 { $day }
reminder-day = <b>{ $days ->
    [one] Завтра
   *[three] Через 3 дні
}, { $onDay }</b>
reminder-event = { $time } — { $university }, { $host }
reminder-event-format = { $event } · { $format ->
    [offline] офлайн
    [online] онлайн
   *[mixed] офлайн і онлайн
}
reminder-reason = <i>Нагадую, бо ти { $reasons }.</i>
reminder-both = { $attends } та { $tracks }
reminder-both-lists = { $attends }, а ще { $tracks }
reminder-attends = йдеш на { $n ->
    [one] подію
   *[many] події
} { $universities }
reminder-tracks = стежиш за { $n ->
    [one] пропозицією
   *[many] пропозиціями
} { $universities }
reminder-other-universities = ще { $n } { $nForm ->
    [one] закладу
   *[other] закладів
}
