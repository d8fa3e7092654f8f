-- Existing customers are imported from a file: its records are stored in chunks, so that any instance continues the import.

create table customer_import (
  id uuid not null,
  file_name varchar(200) not null,
  format varchar(10) not null,
  status varchar(10) not null,
  -- The names of the fields in the file, in its order.
  columns text[] not null default '{}',
  -- By name in the file, the field of a customer.
  mapping jsonb not null default '{}',
  bytes bigint not null default 0,
  sha256 varchar(64),
  records bigint not null default 0,
  uploaded_by varchar(80) not null,
  uploaded_at timestamptz not null,
  -- A dry run or an import, counted from 1: keys and problems of earlier passes do not count.
  pass integer not null default 0,
  started_by varchar(80),
  started_by_kind varchar(10),
  started_at timestamptz,
  -- The position: the last line of the file that is done.
  last_line bigint not null default 0,
  done bigint not null default 0,
  created bigint not null default 0,
  existing bigint not null default 0,
  bad bigint not null default 0,
  -- When the upload or the pass last made progress.
  moved_at timestamptz not null,
  -- When the last complete dry run ended.
  checked_at timestamptz,
  finished_at timestamptz,
  constraint customer_import_pk primary key (id),
  constraint customer_import_status_known check (status in
    ('UPLOADING', 'UPLOADED', 'CHECKING', 'CHECKED', 'RUNNING', 'FINISHED', 'CANCELLED', 'FAILED'))
);

create index customer_import_uploaded on customer_import (uploaded_at);

-- Some hundred records as JSON. Deleted when the import ends.
create table customer_import_chunk (
  import_id uuid not null,
  last_line bigint not null,
  records text not null,
  constraint customer_import_chunk_pk primary key (import_id, last_line)
);

-- What is unique in a file, as a hash: account numbers, IDs and sign-ins.
create table customer_import_key (
  import_id uuid not null,
  pass integer not null,
  key uuid not null,
  line bigint not null,
  constraint customer_import_key_pk primary key (import_id, pass, key)
);

-- The records that were not imported.
create table customer_import_problem (
  import_id uuid not null,
  pass integer not null,
  line bigint not null,
  account_number varchar(60),
  field varchar(200),
  code varchar(60) not null,
  reason varchar(500) not null,
  constraint customer_import_problem_pk primary key (import_id, pass, line)
);
