# Offers found by words.

found =
    🔍 <b>{ $text }</b>
    { $offers } { $offersForm ->
        [one] offer
       *[other] offers
    } of { $year }
found-many =
    🔍 <b>{ $text }</b>
    More than { $offers } { $offersForm ->
        [one] offer
       *[other] offers
    } of { $year }
found-row =
    <b>{ $number }. { $programme }</b>
    { $where }
found-form = { $form ->
    [part-time] part-time
    [evening] evening
   *[distance] distance
}
found-refine = <i>To narrow it down, add a university, a city or the code of a speciality.</i>
found-nothing =
    🔍 <b>Nothing matches these words</b>
    Try fewer, such as “LNU informatics”, “KPI” or “F3”, or send a link to an offer.
found-forgotten =
    🔍 <b>I no longer remember this search</b>
    Type the name of the programme or the university again.

button-open-found = Open
button-back-to-found = ‹ Results
