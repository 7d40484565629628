# A list in a sentence.

list-and = { $rest } та { $last }
