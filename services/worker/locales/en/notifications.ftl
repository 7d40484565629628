# What we write about without being asked, and when without sound.

notifications =
    🔔 <b>Notifications</b>
    { $quiet }
notifications-off =
    🔕 <b>Notifications are off</b>
    No reminders, changes or news. You can still ask me anything.
notification-kind = { $kind ->
    [openDays] Open days
    [offerChanges] Changes of offers
   *[news] Abitly news
}
quiet-span = { $from }–{ $until }
quiet-from-until = Quiet hours: { $hours }. They are silent then.
quiet-never = No quiet hours: all but the morning reminder make a sound.
quiet-hours-question =
    🌙 <b>Quiet hours</b>
    In these hours notifications are silent. The morning reminder of an event always is.

button-mute = Do not notify me
button-mute-all = Turn all off
button-unmute-all = Turn all on
button-quiet-hours = Quiet hours
button-quiet-never = None

toast-muted = I will not write about this again

command-notifications = notifications
