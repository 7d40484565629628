# The daily digest of what has changed in followed offers. $start: 'first' goes on after the name of the offer.

digest-title = 📈 <b>Changes in your offers</b> · past day
digest-offer = <b>{ $offer }:</b> { $change }
digest-rank = { $start ->
    [first] rank
   *[line] Rank
} { $from } → <b>{ $to }</b>
digest-rank-only = { $rank }, same chance
digest-rank-new = { $start ->
    [first] now has a rank:
   *[line] Now has a rank:
} <b>{ $to }</b>
digest-rank-gone = { $start ->
    [first] rank unknown for now
   *[line] Rank unknown for now
}
digest-chance = { $start ->
    [first] chance
   *[line] Chance
} { $from } → <b>{ $to }</b>
digest-chance-new = { $start ->
    [first] chance
   *[line] Chance
} <b>{ $to }</b>
digest-cutoff = { $start ->
    [first] state-funded from
   *[line] State-funded from
} <b>{ $to }</b>, was from { $from }
digest-cutoff-new = { $start ->
    [first] state-funded from
   *[line] State-funded from
} <b>{ $to }</b>
digest-applied = { $start ->
    [first] applications
   *[line] Applications
} { $from } → <b>{ $to }</b>
digest-more = Changes in { $n } more { $nForm ->
    [one] offer
   *[other] offers
}.

button-digest-settings = Notification settings
