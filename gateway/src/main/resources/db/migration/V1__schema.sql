-- Merchants' accounts at platforms, and their credentials.
create table connection (
  connection_id  uuid        primary key,
  tenant         text        not null,
  connector      text        not null,
  name           text        not null,
  account        text        not null,
  settings       jsonb       not null default '{}',
  health         text        not null default 'connected',
  health_reason  text        not null default '',
  created_at     timestamptz not null,
  changed_at     timestamptz not null,
  unique (connector, name)
);

-- A secret is a set: the current one signs, the next and the retiring ones are still believed.
create table connection_secret (
  connection_id  uuid        not null references connection on delete cascade,
  name           text        not null,
  version        int         not null,
  stage          text        not null check (stage in ('current', 'next', 'retiring')),
  sealed         bytea       not null,
  created_at     timestamptz not null,
  primary key (connection_id, name, version)
);

-- Idempotent Receiver: who claimed an event first, and the assignment made then. A row is never updated.
create table inbox (
  event_id       uuid        primary key,
  owner          text        not null,
  thread_id      uuid        not null,
  seq            bigint      not null,
  late           boolean     not null,
  match_rule     text        not null,
  message_id     uuid,
  ticket_id      uuid,
  ticket_policy  text,
  ticket_reason  text,
  customer_id    uuid,
  furthest       text,
  revision       int         not null,
  refers_to      uuid,
  claimed_at     timestamptz not null default now()
);

-- The provider-side conversation and the state of its current support episode.
create table thread (
  thread_id        uuid        primary key,
  tenant           text        not null,
  connection_id    uuid        not null,
  connector        text        not null,
  thread_key       text        not null,
  surface          text        not null,
  last_seq         bigint      not null default 0,
  last_occurred_at timestamptz,
  subject          text,
  reply_capability jsonb,
  return_address   jsonb,
  last_inbound     text,
  customer_id      uuid,
  ticket_id        uuid,
  ticket_open      boolean     not null default false,
  ticket_closed_at timestamptz,
  created_at       timestamptz not null default now()
);

create table thread_alias (
  connection_id  uuid not null,
  thread_key     text not null,
  thread_id      uuid not null,
  primary key (connection_id, thread_key)
);

-- Every message known by its native id: joins receipts, reactions and references.
create table message_index (
  connection_id  uuid        not null,
  native_id      text        not null,
  message_id     uuid        not null,
  thread_id      uuid        not null,
  direction      text        not null,
  revision       int         not null default 1,
  furthest       text,
  primary key (connection_id, native_id)
);

create index message_index_message on message_index (message_id);

-- Statuses that arrived before we knew their message; published at once, and again when it becomes known.
create table orphan_receipt (
  event_id       uuid        primary key,
  connection_id  uuid        not null,
  native_id      text        not null,
  surface        text        not null,
  state          text        not null,
  failure_code   text,
  failure_text   text,
  occurred_at    timestamptz not null,
  received_at    timestamptz not null
);
create index orphan_receipt_message on orphan_receipt (connection_id, native_id);

create table identity (
  identity_id    uuid        primary key,
  tenant         text        not null,
  scheme         text        not null,
  customer_id    uuid        not null,
  first_seen_at  timestamptz not null default now()
);

-- Why two identities belong together. Kept, so that a link can be taken back.
create table identity_link (
  identity_id    uuid        not null,
  other_id       uuid        not null,
  rule           text        not null,
  confidence     real        not null,
  applied        boolean     not null,
  event_id       uuid        not null,
  at             timestamptz not null default now(),
  primary key (identity_id, other_id)
);

-- What became of a delivery.
create table delivery (
  delivery_id    uuid        primary key,
  tenant         text        not null,
  connection_id  uuid        not null,
  connector      text        not null,
  owner          text        not null,
  received_at    timestamptz not null,
  state          text        not null check (state in ('translated', 'ignored', 'invalid', 'dead')),
  reason         text        not null default '',
  events         jsonb       not null default '[]',
  ignored        jsonb       not null default '[]',
  size           int         not null,
  sha256         text        not null,
  processed_at   timestamptz not null default now()
);
create index delivery_trouble on delivery (state, received_at desc) where state in ('invalid', 'dead');
create index delivery_recent on delivery (received_at desc);

-- A reply an agent asked for, and each attempt to send it.
create table reply (
  tenant         text        not null,
  command_id     text        not null,
  thread_id      uuid        not null,
  connection_id  uuid        not null,
  connector      text        not null,
  surface        text        not null,
  message_id     uuid        not null,
  content        jsonb       not null,
  position       bigint      generated always as identity,
  state          text        not null check (state in ('queued', 'calling', 'sent', 'refused', 'deferred', 'unconfirmed')),
  attempt        int         not null default 0,
  due_at         timestamptz,
  lease_until    timestamptz,
  native_ids     text[]      not null default '{}',
  confirmed      boolean     not null default false,
  blocks         text,
  failure_code   text,
  failure_text   text,
  reported       text,
  created_at     timestamptz not null,
  changed_at     timestamptz not null,
  primary key (tenant, command_id)
);
create index reply_due on reply (connector, due_at) where state in ('queued', 'deferred');
create index reply_calling on reply (connector, lease_until) where state = 'calling';
create index reply_thread on reply (thread_id, position) where state in ('queued', 'calling', 'deferred');
create index reply_unreported on reply (connector) where state <> 'calling' and reported is distinct from state || ':' || attempt::text;
create index reply_message on reply (message_id);

create table reply_attempt (
  tenant         text        not null,
  command_id     text        not null,
  attempt        int         not null,
  started_at     timestamptz not null,
  ended_at       timestamptz,
  outcome        text,
  failure_code   text,
  failure_text   text,
  primary key (tenant, command_id, attempt)
);

-- Files of inbound messages: announced, fetched later, never holding a message back.
create table attachment (
  attachment_id     uuid        primary key,
  tenant            text        not null,
  connection_id     uuid        not null,
  connector         text        not null,
  thread_id         uuid        not null,
  surface           text        not null,
  message_id        uuid        not null,
  provider_media_id text        not null,
  announced         jsonb       not null,
  origin            text        not null,
  state             text        not null,
  attempts          int         not null default 0,
  due_at            timestamptz,
  content_type      text,
  size              bigint,
  sha256            text,
  storage_reference text,
  failure           text,
  reported          text,
  changed_at        timestamptz not null default now()
);
create index attachment_due on attachment (connector, due_at) where state in ('pending', 'fetching');
