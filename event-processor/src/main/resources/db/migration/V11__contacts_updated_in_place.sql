-- Room on each page for the next version of its contacts, as call_attempts has it. On full pages a third
-- of the ends that change a contact entered it anew in both its indexes; with ten million contacts each
-- is on an index page of its own, and these pages were most of what such an update wrote. Holds for pages
-- that are written from now on.

alter table contacts set (fillfactor = 70);
