-- The hot tables as one batch of the flow wants them: rows are only added, or updated in place; one small index each.

-- Inbox and ledger keep their rows for a time. Partitions take turns of eight days (class Ring) and are emptied as a whole.
-- Measured with 10 million claims, microseconds of PostgreSQL per claim, looking up and adding: one table 6.1 + 5.9, the claims of the
-- present and the former window 8.2 + 6.8, 128 partitions by hash of the event 11.1 + 9.6. By hash, every lookup finds its partition
-- anew and every batch opens all of them; and old claims would have to be deleted one by one.
-- An event's id is unique within a partition; across partitions, whoever decides about an event holds its thread's lock first.
alter table inbox rename to inbox_before;
alter table inbox_before rename constraint inbox_pkey to inbox_before_pkey;
create table inbox (
  event_id       uuid        not null,
  thread_id      uuid        not null,
  message_id     uuid,
  ticket_id      uuid,
  customer_id    uuid,
  refers_to      uuid,
  seq            bigint      not null,
  claimed_at     timestamptz not null default now(),
  revision       int         not null,
  slot           smallint    not null,
  late           boolean     not null,
  owner          text        not null,
  match_rule     text        not null,
  ticket_policy  text,
  ticket_reason  text,
  furthest       text
) partition by list (slot);
create table inbox_0 partition of inbox for values in (0); -- mail, for ever
create table inbox_1 partition of inbox for values in (1);
create table inbox_2 partition of inbox for values in (2);
create table inbox_3 partition of inbox for values in (3);
insert into inbox (event_id, owner, thread_id, seq, late, match_rule, message_id, ticket_id, ticket_policy, ticket_reason, customer_id, furthest,
                   revision, refers_to, claimed_at, slot)
select i.event_id, i.owner, i.thread_id, i.seq, i.late, i.match_rule, i.message_id, i.ticket_id, i.ticket_policy, i.ticket_reason, i.customer_id,
       i.furthest, i.revision, i.refers_to, i.claimed_at,
       case when t.connector = 'email' then 0 else 1 + floor(extract(epoch from i.claimed_at) / 691200)::bigint % 3 end
from inbox_before i left join thread t using (thread_id);
drop table inbox_before;
create unique index inbox_0_event on inbox_0 (event_id);
create unique index inbox_1_event on inbox_1 (event_id);
create unique index inbox_2_event on inbox_2 (event_id);
create unique index inbox_3_event on inbox_3 (event_id);

-- Ledger: a line for each time a delivery was decided; the last one counts. Ids rise with time (UUID version 7), so the table and its
-- index grow at their ends only.
alter table delivery rename to delivery_before;
alter table delivery_before rename constraint delivery_pkey to delivery_before_pkey;
drop index delivery_recent;
drop index delivery_trouble;
create table delivery (
  delivery_id    uuid        not null,
  received_at    timestamptz not null,
  processed_at   timestamptz not null default now(),
  connection_id  uuid        not null,
  size           int         not null,
  slot           smallint    not null,
  tenant         text        not null,
  connector      text        not null,
  owner          text        not null,
  state          text        not null,
  reason         text        not null,
  events         text        not null, -- lines: type, id, "duplicate" where another delivery brought it before
  ignored        text,                 -- JSON
  sha256         bytea       not null
) partition by list (slot);
create table delivery_1 partition of delivery for values in (1);
create table delivery_2 partition of delivery for values in (2);
create table delivery_3 partition of delivery for values in (3);
create table delivery_4 partition of delivery for values in (4);
insert into delivery (slot, delivery_id, tenant, connection_id, connector, owner, received_at, state, reason, events, ignored, size, sha256, processed_at)
select 1 + floor(extract(epoch from received_at) / 691200)::bigint % 4, delivery_id, tenant, connection_id, connector, owner, received_at, state, reason,
       coalesce((select string_agg((e ->> 'type') || ' ' || (e ->> 'id') || case when (e ->> 'duplicate')::boolean then ' duplicate' else '' end, E'\n')
                 from jsonb_array_elements(events) e), ''),
       nullif(ignored, '[]')::text, size, decode(sha256, 'hex'), processed_at
from delivery_before order by delivery_id;
drop table delivery_before;
create index delivery_line on delivery (delivery_id, processed_at);
create index delivery_trouble on delivery (delivery_id, processed_at) where state in ('invalid', 'dead');

-- Threads: every event changes its thread, so pages keep room for the next version (HOT: no index is touched). What only replies read is
-- plain text: PostgreSQL parses nothing.
alter table thread set (fillfactor = 60);
alter table thread
  alter column reply_capability type text using reply_capability::text,
  alter column return_address type text using return_address::text;

-- Messages: a key of 16 bytes that follows from connection and native id instead of the native id itself. Filled by V3_1.
alter table message_index add column message_key uuid;

-- Rows that are only added leave nothing behind for a vacuum to collect; what takes turns is emptied before it would have to be frozen.
alter table inbox_1 set (autovacuum_vacuum_insert_threshold = -1);
alter table inbox_2 set (autovacuum_vacuum_insert_threshold = -1);
alter table inbox_3 set (autovacuum_vacuum_insert_threshold = -1);
alter table delivery_1 set (autovacuum_vacuum_insert_threshold = -1);
alter table delivery_2 set (autovacuum_vacuum_insert_threshold = -1);
alter table delivery_3 set (autovacuum_vacuum_insert_threshold = -1);
alter table delivery_4 set (autovacuum_vacuum_insert_threshold = -1);

-- Every change of a connection has a number, so that a process reads what changed and no more.
create sequence connection_version;
alter table connection add column version bigint not null default nextval('connection_version');
create index connection_changed on connection (version);
