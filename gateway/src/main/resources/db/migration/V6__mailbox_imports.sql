-- Bringing the history of mailboxes in: what is wanted, how far it came, and which process is at it.
create table mailbox_import (
  import_id      uuid        primary key,
  connection_id  uuid        not null references connection on delete cascade,
  since          timestamptz not null,
  place          text        not null default '',
  uid_validity   bigint      not null default 0,
  uid            bigint      not null default 0,
  below          bigint      not null default 0,
  looked         bigint      not null default 0,
  taken          bigint      not null default 0,
  total          bigint      not null default 0,
  state          text        not null check (state in ('running', 'done', 'cancelled')),
  trouble        text        not null default '',
  held_until     timestamptz not null,
  started_at     timestamptz not null,
  changed_at     timestamptz not null
);

create unique index mailbox_import_running on mailbox_import (connection_id) where state = 'running';
create index mailbox_import_latest on mailbox_import (started_at);
