-- The processes that read mailboxes, each as long as it is heard of; with its row goes what it held.
create table mail_process (
  process_id     uuid        primary key,
  seen_at        timestamptz not null
);
-- Which of them reads a mailbox.
create table mailbox_turn (
  connection_id  uuid        primary key references connection on delete cascade,
  process_id     uuid        not null references mail_process on delete cascade
);
create index mailbox_turn_process on mailbox_turn (process_id);
-- Which of them is at an import; held_until is from now on only when it is tried again.
alter table mailbox_import add column process_id uuid references mail_process on delete set null;
