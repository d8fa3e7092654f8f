-- A page of this service acts as a till without holding its token: its cookie is stored here as a hash.

-- Valid as long as the token is, which 1070 replaces with the others of its channel: so no foreign key.
create table browser_session (
  sha256 varchar(64) not null,
  token_sha256 varchar(64) not null,
  -- The end of the session unless it is used. Never after its expiry, so the purge needs this one only.
  idle_until timestamptz not null,
  expires_at timestamptz not null,
  constraint browser_session_pk primary key (sha256)
);
