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
quiet-from-until = Quiet hours: { $hours }. Then they make no sound.
quiet-never = No quiet hours: always with sound.
quiet-hours-question =
    🌙 <b>Quiet hours</b>
    In these hours notifications make no sound. The morning reminder of an event never makes a sound.

button-mute = Do not notify me
button-mute-all = Turn all off
button-unmute-all = Turn all on
button-quiet-hours = Quiet hours
button-quiet-never = None

toast-muted = I will not write about this again

command-notifications = notifications
