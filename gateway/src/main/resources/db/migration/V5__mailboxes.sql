-- Up to where each mailbox was read. Where the mailbox is (place) and its UIDVALIDITY say whether the UID still means anything.
create table mailbox_cursor (
  connection_id  uuid        not null references connection on delete cascade,
  folder         text        not null,
  place          text        not null,
  uid_validity   bigint      not null,
  uid            bigint      not null,
  looked_at      timestamptz not null,
  -- After the numbers of a mailbox changed: below this UID only mails that arrived since then are wanted.
  resync_since   timestamptz,
  resync_below   bigint      not null default 0,
  primary key (connection_id, folder)
);
