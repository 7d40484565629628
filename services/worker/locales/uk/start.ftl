# The first screens: greeting, menu, help, language, group.

start-welcome =
    👋 <b>Привіт! Це Abitly — бот для вступників.</b>

    Надішли посилання на конкурсну пропозицію або напиши назву програми чи університету — і побачиш свій бал, місце в рейтингу та шанс на бюджет.
    Підходять посилання з ЄДЕБО, Osvita.ua та Abit-poisk.
start-again = 👋 <b>З поверненням!</b>
menu-title = <b>Меню</b>
menu-followed = Стежиш за { $followed } { $followedForm ->
    [one] пропозицією
   *[other] пропозиціями
}.

button-example = Показати на прикладі
button-help = Допомога
button-language = Мова
button-sign-in = Увійти через Abitly
# Beside another button: 15 characters at most.
button-sign-in-short = Увійти в Abitly

help-intro = <b>Надішли посилання на пропозицію або напиши назву програми чи університету</b> — порахую бал, місце та шанс.
help-command = /{ $command } — { $description }
help-caution = <i>Місце та шанс орієнтовні: вирішують списки, які змінюються щодня.</i>
command-start = меню
command-my-offers = мої пропозиції
command-statistics = моя статистика
command-myprofile = бали та акаунт
command-help = що вмію
command-language = мова, language
link-help =
    🔗 <b>Де взяти посилання</b>
    Знайди програму на одному з цих сайтів і скопіюй адресу її сторінки:

    <code>vstup.edbo.gov.ua/offer/1481286/</code>
    <code>vstup.osvita.ua/y2025/r14/282/1481286/</code>
    <code>abit-poisk.org.ua/rate2025/direction/1481286</code>

language-question = <b>Мова · Language</b>
language-name = { $language ->
    [en] English
   *[uk] Українська
}

group-pointer = Рахую бали лише в особистому чаті.
button-open-chat = Відкрити чат
