-- Mail: how a key of a thread became known, who has part in a thread, and what keeps two machines from answering each other.

-- 0 a key of the conversation, 1 a mail that came in, 2 a mail of ours, 3 named by a mail that came in, 4 what a mail program calls the
-- conversation, 5 what somebody wrote about last.
alter table thread_alias add column origin smallint not null default 0;
update thread_alias a set origin = 3 from thread t where t.thread_id = a.thread_id and t.connector = 'email';
update thread_alias a set origin = case m.direction when 'outbound' then 2 else 1 end
from message_index m where a.thread_key = 'eml:' || m.native_id and a.connection_id = m.connection_id;
alter table thread_alias add column seen_at timestamptz not null default now();

-- 1 got a copy, 2 writes and is answered.
create table thread_participant (
  thread_id      uuid        not null,
  identity_id    uuid        not null,
  role           smallint    not null,
  primary key (thread_id, identity_id)
);
insert into thread_participant (thread_id, identity_id, role)
select t.thread_id, i.identity_id, 2 from thread t join identity i using (customer_id) where t.connector = 'email' and i.scheme = 'email';

-- topic: what the thread is about now. by_machine: the customer's side last spoke by a machine, a list or an archive.
alter table thread add column topic text;
alter table thread add column by_machine boolean not null default false;

-- The match of an event, where it was not certain (JSON).
alter table inbox add column match_doubt text;

-- What else a reply is called by those who carried it.
alter table reply add column aliases text[] not null default '{}';

-- Replies no person wrote, for as long as they count.
create table automatic_reply (
  connection_id  uuid        not null,
  party          uuid        not null,
  tenant         text        not null,
  command_id     text        not null,
  written_by     text        not null,
  sent_at        timestamptz not null,
  primary key (connection_id, party, tenant, command_id)
);

-- Keys of our own, sealed.
create table signing_key (
  name           text        primary key,
  sealed         bytea       not null,
  created_at     timestamptz not null
);
