-- The second durable place: deliveries that Kafka did not take in time, until it does. Empty on a good day.
create table delivery_spool (
  position       bigint      generated always as identity primary key,
  connection_id  uuid        not null,
  topic          text        not null,
  key            bytea       not null,
  value          bytea       not null,
  headers        bytea       not null,
  size           int         not null,
  spooled_at     timestamptz not null default now()
) with (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 5000);

-- Compressing costs the time of a sender who waits for our answer.
alter table delivery_spool alter column value set storage external;
