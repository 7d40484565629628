# Words of the calendar in the cases the texts need. `Intl` knows the nominative only.

date-month = { $month ->
    [jan] січня
    [feb] лютого
    [mar] березня
    [apr] квітня
    [may] травня
    [jun] червня
    [jul] липня
    [aug] серпня
    [sep] вересня
    [oct] жовтня
    [nov] листопада
   *[dec] грудня
}
date-day = { $day } { date-month }
date-day-of-year = { $day } { date-month } { $year } року
date-weekday = { $weekday ->
    [mon] Понеділок
    [tue] Вівторок
    [wed] Середа
    [thu] Четвер
    [fri] П’ятниця
    [sat] Субота
   *[sun] Неділя
}, { $date }
date-on-weekday = { $weekday ->
    [mon] у понеділок
    [tue] у вівторок
    [wed] у середу
    [thu] у четвер
    [fri] у п’ятницю
    [sat] у суботу
   *[sun] у неділю
}, { $date }
date-until-weekday = { $weekday ->
    [mon] до понеділка
    [tue] до вівторка
    [wed] до середи
    [thu] до четверга
    [fri] до п’ятниці
    [sat] до суботи
   *[sun] до неділі
}, { $date }
date-short-weekday = { $weekday ->
    [mon] Пн
    [tue] Вт
    [wed] Ср
    [thu] Чт
    [fri] Пт
    [sat] Сб
   *[sun] Нд
}, { $date }
date-at-time = { $hour ->
    [h11] об
   *[other] о
} { $time }
date-from-to = з { $from } до { $to }

duration-seconds = { $seconds } с
duration-minutes = { $minutes } хв { $seconds } с
duration-hours = { $hours } год { $minutes } хв
