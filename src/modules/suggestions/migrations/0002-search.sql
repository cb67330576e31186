create index suggestion_words on suggestion using gin (bigrams(title || e'\n' || reason || e'\n' || proposal)) with (fastupdate = off);
-- Of replies only those signed: a draft must not be found by anyone.
create index suggestion_reply_words on suggestion_reply using gin (bigrams(body)) with (fastupdate = off) where signed_at is not null;
create index suggestion_number on suggestion (district, number) where number is not null;
