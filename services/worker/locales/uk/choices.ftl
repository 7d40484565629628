# Choosing some of many: found by a part of a name, turned page by page.

choices-chosen = Обрано { $n }: { $names }
choices-none = Не обрано: підходять усі.
choices-more = ще { $n }
choices-found = Пошук «{ $query }»: { $n }
choices-found-none = Пошук «{ $query }»: нічого.
choices-sample = { $field ->
    [region] льв
    [university] політех
   *[speciality] комп, F3
}

button-clear = Очистити
button-show-all = Показати всі
