# What a student wants to see of open days and hear of them.

filters = <b>Event filters</b>
filters-purpose = I show matching events and tell you about new and changed ones.
filters-field = { $field ->
    [region] Regions
    [university] Universities
   *[speciality] Specialities
}
filters-line = { $name }: <b>{ $chosen }</b>
filters-line-any = { $name }: all
filters-choose = <b>Filter: { $field ->
    [region] regions
    [university] universities
   *[speciality] specialities
}</b>
filters-choose-hint = Press to add or remove. To find one, send a part of its name: <i>{ $sample }</i>

button-filter-chosen = { $name } · { $n }
button-show-events = Show { $n }
button-clear-all = Clear all
button-to-filters = ‹ To the filters
