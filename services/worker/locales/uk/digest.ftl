# The daily digest of what has changed in followed offers. $start: 'first' goes on after the name of the offer.

digest-title = 📈 <b>Зміни у твоїх пропозиціях</b> · за добу
digest-offer = <b>{ $offer }:</b> { $change }
digest-rank = { $start ->
    [first] місце
   *[line] Місце
} { $from } → <b>{ $to }</b>
digest-rank-only = { $rank }, шанс без змін
digest-rank-new = { $start ->
    [first] тепер є місце:
   *[line] Тепер є місце:
} <b>{ $to }</b>
digest-rank-gone = { $start ->
    [first] місце поки невідоме
   *[line] Місце поки невідоме
}
digest-chance = { $start ->
    [first] шанс
   *[line] Шанс
} { $from } → <b>{ $to }</b>
digest-chance-new = { $start ->
    [first] шанс
   *[line] Шанс
} <b>{ $to }</b>
digest-cutoff = { $start ->
    [first] на бюджет — від
   *[line] На бюджет — від
} <b>{ $to }</b>, було від { $from }
digest-cutoff-new = { $start ->
    [first] на бюджет — від
   *[line] На бюджет — від
} <b>{ $to }</b>
digest-applied = { $start ->
    [first] заяв
   *[line] Заяв
} { $from } → <b>{ $to }</b>
digest-more = Зміни є ще в { $n } { $nForm ->
    [one] пропозиції
   *[other] пропозиціях
}.

button-digest-settings = Налаштувати сповіщення
