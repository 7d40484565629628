# What is kept of a student, the file with it, erasing it.

privacy =
    🔒 <b>Your data</b>
    We keep: the chat’s number, your name and username from Telegram, your language, when you last wrote, NMT grades, priority, quota, plans and wishes, what you follow and how it changed, filters, events, notifications, the link to your account.
    Our own answers are kept for { $answers } days, records of mailings for up to { $mailings } days.

    We do not collect: passport, phone, location. What you write is kept only until it is handled, your last search for { $searches } days.

    After { $months } months without activity everything is deleted.
privacy-file = Everything the bot keeps about you. Any text editor opens the file.

erase-question = <b>Delete everything?</b>
erase-lost = This removes { $lost }, and your settings and filters too. It cannot be undone. Your account on the website stays.
erase-little = This removes your settings, filters and whatever else the bot remembers of this chat. It cannot be undone. Your account on the website stays.
erase-grades = your grades
erase-offers = { $offers } { $offersForm ->
    [one] offer
   *[other] offers
}
erase-open-days = { $events } { $eventsForm ->
    [one] event
   *[other] events
}
erase-link = the link to your account
erased = Done: the bot holds no data of yours any more. To come back, send /start.

button-my-data = My data (JSON)
button-erase-ask = ✖ Delete all…
button-erase-no = No, keep it
button-erase-yes = ✖ Yes, delete everything

toast-asked-again = That was a while ago: confirm again

command-privacy = my data
