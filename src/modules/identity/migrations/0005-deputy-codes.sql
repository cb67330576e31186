-- A mandate's public code, short enough for a poster, is the end of its identifier: random, the same for ever, and telling nothing.
create unique index mandate_code on mandate (district, (right(id::text, 10)));
