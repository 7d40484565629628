# Headings of the report of a campaign, a CSV file.

report-position = №
report-chat = Чат
report-first-name = Ім’я
report-last-name = Прізвище
report-username = Ім’я в Telegram
report-state = Стан
report-attempts = Спроби
report-error = Помилка
report-ended = Завершено
