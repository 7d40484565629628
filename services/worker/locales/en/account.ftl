# The chat and the website's account: linking, moving, unlinking.

account-nameless = no name

link-done =
    ✅ <b>This chat is linked to your Abitly account</b>
    Account: { $name }
    Your NMT { $nmtYear } grades are here already: { $grades }.
link-done-no-grades =
    ✅ <b>This chat is linked to your Abitly account</b>
    Account: { $name }
    It has no NMT grades yet: add them on the website, or right here.
link-own-grades = What you entered for { $years } does not count for now: the account’s grades do.
link-already =
    ✅ <b>This chat is linked to this account already</b>
    Account: { $name }
link-invalid =
    ⌛️ <b>This link no longer works</b>
    It works once, for 10 minutes. Get a new one on the website: your data in the bot is safe.
link-blocked = Too many attempts. Try again { $when }.
link-question = { $conflict ->
    [account-taken]
        <b>This account is linked to another Telegram chat.</b>
        Move the link here? I will tell that chat.
    [chat-taken]
        <b>This chat is linked to another account:</b> { $current }
        Replace it with { $name }? Grades and profile will come from the new one.
   *[both-taken]
        <b>This chat is linked to another account:</b> { $current }
        Replace it with { $name }? Grades and profile will come from the new one. The new account is linked to another Telegram chat: the link will move here, and I will tell that chat.
}
link-moved-away =
    🔗 <b>The link to the Abitly account has moved</b>
    The account that was linked to this chat is now in another Telegram chat: somebody opened a link from the website there and confirmed the move. What was entered in this chat is still here.

    Was it not you? Sign in to the website, check the account and link it again.

unlink-question =
    <b>Unlink the account?</b>
    Account: { $name }

    The account’s grades will leave the bot. What was entered in the chat stays, and so does the account on the website. You can link it again at any time.

button-new-link = New link
button-replace = Replace
button-move-here = Move it here
button-unlink = Unlink
button-ask-unlink = Unlink…
toast-link-kept = Nothing has changed
toast-unlinked = Account unlinked
