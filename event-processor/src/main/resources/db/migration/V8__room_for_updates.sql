-- Room on each page for the next version of its rows. An attempt is updated at each step of its call;
-- where the new version fits on the page and no index is on what changes, as with an attempt whose
-- provider_call_id was written when it was dialled, none of the five indexes is touched. Holds for pages
-- that are written from now on.

alter table call_attempts set (fillfactor = 80);
