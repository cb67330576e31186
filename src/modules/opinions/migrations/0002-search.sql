create index opinion_words on opinion using gin (bigrams(title || e'\n' || content)) with (fastupdate = off);
create index opinion_result_words on opinion_result using gin (bigrams(answer)) with (fastupdate = off);
create index opinion_number_alone on opinion (district, number) where number is not null;
