CREATE TABLE about (line INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
CREATE TABLE archive (one INTEGER PRIMARY KEY CHECK (one = 1), set_uuid BLOB NOT NULL, volume_uuid BLOB NOT NULL,
  volume_no INTEGER NOT NULL, previous_root BLOB, created_at INTEGER NOT NULL, writer TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open','sealed'))) STRICT;
CREATE TABLE seal (one INTEGER PRIMARY KEY CHECK (one = 1), sealed_at INTEGER NOT NULL, root BLOB NOT NULL) STRICT;
CREATE TABLE feature (name TEXT PRIMARY KEY, required INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE source (source_id INTEGER PRIMARY KEY, broker TEXT NOT NULL, cluster_id TEXT, label TEXT) STRICT;
CREATE TABLE run (run_id INTEGER PRIMARY KEY, run_uuid BLOB NOT NULL UNIQUE,
  source_id INTEGER NOT NULL REFERENCES source,
  kind TEXT NOT NULL CHECK (kind IN ('snapshot','incremental','continuous','selection','import')),
  fidelity TEXT NOT NULL CHECK (fidelity IN ('verbatim','filtered','masked')),
  state TEXT NOT NULL CHECK (state IN ('running','complete','complete_with_gaps','failed','interrupted')),
  worker TEXT, started_at INTEGER NOT NULL, cut_at INTEGER, finished_at INTEGER, isolation TEXT,
  plan TEXT NOT NULL, plan_hash BLOB NOT NULL, actor TEXT, host TEXT, error TEXT) STRICT;

CREATE TABLE channel (channel_id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL REFERENCES source,
  kind TEXT NOT NULL, name TEXT NOT NULL, incarnation TEXT NOT NULL DEFAULT '', profile TEXT NOT NULL,
  attributes TEXT NOT NULL, replication INTEGER, UNIQUE (source_id, kind, name, incarnation)) STRICT;
CREATE TABLE channel_setting (run_id INTEGER NOT NULL REFERENCES run, channel_id INTEGER NOT NULL REFERENCES channel,
  name TEXT NOT NULL, value TEXT, origin TEXT NOT NULL, sensitive INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (run_id, channel_id, name)) STRICT, WITHOUT ROWID;
CREATE TABLE partition (partition_id INTEGER PRIMARY KEY, channel_id INTEGER NOT NULL REFERENCES channel,
  number INTEGER NOT NULL, UNIQUE (channel_id, number)) STRICT;
CREATE TABLE range (run_id INTEGER NOT NULL REFERENCES run, partition_id INTEGER NOT NULL REFERENCES partition,
  start_hi INTEGER, start_lo INTEGER, stable_hi INTEGER, stable_lo INTEGER,
  begin_hi INTEGER NOT NULL, begin_lo INTEGER NOT NULL, end_hi INTEGER, end_lo INTEGER,
  next_hi INTEGER NOT NULL, next_lo INTEGER NOT NULL, done INTEGER NOT NULL DEFAULT 0,
  content_hash BLOB, PRIMARY KEY (run_id, partition_id)) STRICT, WITHOUT ROWID;

CREATE TABLE block (block_id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL REFERENCES run,
  partition_id INTEGER NOT NULL REFERENCES partition,
  first_hi INTEGER NOT NULL, first_lo INTEGER NOT NULL, next_hi INTEGER NOT NULL, next_lo INTEGER NOT NULL,
  count INTEGER NOT NULL, tombstones INTEGER NOT NULL, time_min INTEGER, time_max INTEGER,
  holes INTEGER NOT NULL, hole_reason TEXT, hole_measured INTEGER, raw_bytes INTEGER NOT NULL,
  content_hash BLOB NOT NULL, integrity_hash BLOB NOT NULL,
  UNIQUE (partition_id, run_id, first_hi, first_lo)) STRICT;
CREATE INDEX block_time ON block (partition_id, time_min, time_max);
CREATE TABLE frame (block_id INTEGER NOT NULL REFERENCES block ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('meta','keys','values','headers','key_filter')), piece INTEGER NOT NULL,
  codec TEXT NOT NULL, raw_bytes INTEGER NOT NULL, nonce BLOB, crc32c INTEGER NOT NULL, data BLOB NOT NULL,
  PRIMARY KEY (block_id, kind, piece)) STRICT;
CREATE TABLE gap (gap_id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL REFERENCES run,
  partition_id INTEGER NOT NULL REFERENCES partition, from_hi INTEGER NOT NULL, from_lo INTEGER NOT NULL,
  next_hi INTEGER NOT NULL, next_lo INTEGER NOT NULL, reason TEXT NOT NULL CHECK (reason IN ('retention','compacted',
  'transactional','sparse','aborted','filtered','truncated','unreadable','erased')),
  measured INTEGER NOT NULL, detail TEXT) STRICT;
CREATE INDEX gap_position ON gap (partition_id, run_id, from_hi, from_lo);
CREATE TABLE event (event_id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL REFERENCES run,
  channel_id INTEGER REFERENCES channel, partition_id INTEGER REFERENCES partition, kind TEXT NOT NULL,
  at_hi INTEGER, at_lo INTEGER, detail TEXT) STRICT;

CREATE TABLE schema (schema_id INTEGER PRIMARY KEY, registry TEXT NOT NULL, native_id TEXT NOT NULL,
  kind TEXT NOT NULL, content TEXT, fingerprint BLOB, UNIQUE (registry, native_id)) STRICT;
CREATE TABLE schema_reference (schema_id INTEGER NOT NULL REFERENCES schema, line INTEGER NOT NULL,
  name TEXT NOT NULL, target_id INTEGER NOT NULL REFERENCES schema,
  PRIMARY KEY (schema_id, line)) STRICT, WITHOUT ROWID;
CREATE TABLE schema_subject (registry TEXT NOT NULL, subject TEXT NOT NULL, version INTEGER NOT NULL,
  schema_id INTEGER NOT NULL REFERENCES schema, compatibility TEXT,
  PRIMARY KEY (registry, subject, version)) STRICT, WITHOUT ROWID;
CREATE TABLE schema_use (channel_id INTEGER NOT NULL REFERENCES channel, side TEXT NOT NULL,
  schema_id INTEGER NOT NULL REFERENCES schema, count INTEGER NOT NULL,
  PRIMARY KEY (channel_id, side, schema_id)) STRICT, WITHOUT ROWID;

CREATE TABLE consumer_group (run_id INTEGER NOT NULL REFERENCES run, scope TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL, kind TEXT NOT NULL, state TEXT, detail TEXT,
  PRIMARY KEY (run_id, scope, name)) STRICT, WITHOUT ROWID;
CREATE TABLE group_position (run_id INTEGER NOT NULL, scope TEXT NOT NULL DEFAULT '', name TEXT NOT NULL,
  partition_id INTEGER NOT NULL REFERENCES partition, hi INTEGER NOT NULL, lo INTEGER NOT NULL, metadata TEXT,
  leader_epoch INTEGER, pending BLOB, PRIMARY KEY (run_id, scope, name, partition_id),
  FOREIGN KEY (run_id, scope, name) REFERENCES consumer_group (run_id, scope, name)) STRICT, WITHOUT ROWID;
CREATE TABLE cluster_object (run_id INTEGER NOT NULL REFERENCES run, kind TEXT NOT NULL, name TEXT NOT NULL,
  body TEXT NOT NULL, PRIMARY KEY (run_id, kind, name)) STRICT, WITHOUT ROWID;
CREATE TABLE key_slot (slot INTEGER PRIMARY KEY, kind TEXT NOT NULL, parameters TEXT NOT NULL,
  wrapped_key BLOB NOT NULL) STRICT;
CREATE TABLE signature (signer TEXT PRIMARY KEY, algorithm TEXT NOT NULL, value BLOB NOT NULL) STRICT;
CREATE TABLE attachment (name TEXT PRIMARY KEY, media_type TEXT NOT NULL, data BLOB NOT NULL) STRICT;

CREATE VIEW coverage AS
  SELECT s.label AS source, c.name AS channel, c.incarnation, p.number AS partition, r.run_id,
    coalesce(sum(b.count), 0) AS messages, min(b.time_min) AS time_min, max(b.time_max) AS time_max,
    (SELECT count(*) FROM gap g WHERE g.partition_id = p.partition_id AND g.run_id = r.run_id) AS gaps
  FROM range r JOIN partition p USING (partition_id) JOIN channel c USING (channel_id) JOIN source s USING (source_id)
  LEFT JOIN block b ON b.partition_id = p.partition_id AND b.run_id = r.run_id GROUP BY r.run_id, p.partition_id;
