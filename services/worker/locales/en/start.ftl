# The first screens: greeting, menu, help, language, group.

start-welcome =
    👋 <b>Hi! This is Abitly, a bot for applicants.</b>

    Send a link to an offer, or type the name of a programme or a university, and see your score, your rank and your chance of a state-funded place.
    Links from EDBO, Osvita.ua and Abit-poisk will do.
start-again = 👋 <b>Welcome back!</b>
menu-title = <b>Menu</b>
menu-followed = You follow { $followed } { $followedForm ->
    [one] offer
   *[other] offers
}.

button-example = Show an example
button-help = Help
button-language = Language
button-sign-in = Sign in with Abitly
# Beside another button: 15 characters at most.
button-sign-in-short = Abitly sign-in

help-intro = <b>Send a link to an offer, or type the name of a programme or a university</b>, and I will work out your score, rank and chance.
help-command = /{ $command } — { $description }
help-caution = <i>Rank and chance are estimates: the lists decide, and they change every day.</i>
command-start = menu
command-my-offers = my offers
command-statistics = my statistics
command-myprofile = grades and account
command-help = what I can do
command-language = language, мова
link-help =
    🔗 <b>Where to get a link</b>
    Find the programme on one of these sites and copy the address of its page:

    <code>vstup.edbo.gov.ua/offer/1481286/</code>
    <code>vstup.osvita.ua/y2025/r14/282/1481286/</code>
    <code>abit-poisk.org.ua/rate2025/direction/1481286</code>

language-question = <b>Language · Мова</b>
language-name = { $language ->
    [en] English
   *[uk] Українська
}

group-pointer = I work out scores in a private chat only.
button-open-chat = Open the chat
