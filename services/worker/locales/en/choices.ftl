# Choosing some of many: found by a part of a name, turned page by page.

choices-chosen = Chosen { $n }: { $names }
choices-none = None chosen: all included.
choices-more = { $n } more
choices-found = Search “{ $query }”: { $n }
choices-found-none = Search “{ $query }”: nothing.
choices-sample = { $field ->
    [region] lviv
    [university] polytech
   *[speciality] comp, F3
}

button-clear = Clear
button-show-all = Show all
