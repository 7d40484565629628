# Words and buttons that several features share.

chosen = ✓ { $name }
send-a-link = Send a link to an offer or type its name, and I will work out your score, rank and chance.

button-menu = ‹ Menu
button-back = ‹ Back
button-cancel = Cancel
button-link-help = Where to get a link
button-grades = My grades
button-add-grades = Add NMT grades

toast-refreshed = List refreshed

apology =
    😔 <b>Something broke on our side, not yours</b>
    Your data is safe and the error is recorded. Try again in a few minutes. Code: <code>{ $code }</code>
too-fast = Too many messages at once: some were skipped. Let us go on in 10 seconds.
unknown-command = I don’t know this command. See /help.
