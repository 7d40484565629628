# Headings of the report of a campaign, a CSV file.

report-position = No.
report-chat = Chat
report-first-name = First name
report-last-name = Last name
report-username = Username
report-state = State
report-attempts = Attempts
report-error = Error
report-ended = Ended
