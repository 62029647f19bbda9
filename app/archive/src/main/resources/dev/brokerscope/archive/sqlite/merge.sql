DELETE FROM same_source;
DELETE FROM same_run;
DELETE FROM same_channel;
DELETE FROM same_partition;
DELETE FROM same_schema;

INSERT OR IGNORE INTO main.about SELECT line, text FROM volume.about;
INSERT INTO main.feature SELECT name, required FROM volume.feature WHERE true
  ON CONFLICT (name) DO UPDATE SET required = max(required, excluded.required);

INSERT INTO main.source (broker, cluster_id, label) SELECT v.broker, v.cluster_id, v.label FROM volume.source v
  WHERE NOT EXISTS (SELECT 1 FROM main.source m WHERE m.broker = v.broker AND m.cluster_id IS v.cluster_id
    AND (v.cluster_id IS NOT NULL OR m.label IS v.label)) ORDER BY v.source_id;
INSERT INTO same_source SELECT v.source_id, min(m.source_id) FROM volume.source v JOIN main.source m
  ON m.broker = v.broker AND m.cluster_id IS v.cluster_id AND (v.cluster_id IS NOT NULL OR m.label IS v.label)
  GROUP BY v.source_id;

INSERT INTO main.run (run_uuid, source_id, kind, fidelity, state, worker, started_at, cut_at, finished_at, isolation, plan,
  plan_hash, actor, host, error)
  SELECT v.run_uuid, s.id, v.kind, v.fidelity, v.state, v.worker, v.started_at, v.cut_at, v.finished_at, v.isolation,
  v.plan, v.plan_hash, v.actor, v.host, v.error FROM volume.run v JOIN same_source s ON s.old = v.source_id
  WHERE true ORDER BY v.run_id
  ON CONFLICT (run_uuid) DO UPDATE SET state = excluded.state, finished_at = excluded.finished_at, error = excluded.error;
INSERT INTO same_run SELECT v.run_id, m.run_id FROM volume.run v JOIN main.run m ON m.run_uuid = v.run_uuid;
INSERT INTO run_part SELECT s.id, (SELECT base FROM merging), v.state, v.worker FROM volume.run v
  JOIN same_run s ON s.old = v.run_id;

INSERT INTO main.channel (source_id, kind, name, incarnation, profile, attributes, replication)
  SELECT s.id, v.kind, v.name, v.incarnation, v.profile, v.attributes, v.replication FROM volume.channel v
  JOIN same_source s ON s.old = v.source_id WHERE true ORDER BY v.channel_id
  ON CONFLICT (source_id, kind, name, incarnation) DO UPDATE SET profile = excluded.profile,
  attributes = excluded.attributes, replication = excluded.replication;
INSERT INTO same_channel SELECT v.channel_id, m.channel_id FROM volume.channel v JOIN same_source s ON s.old = v.source_id
  JOIN main.channel m ON m.source_id = s.id AND m.kind = v.kind AND m.name = v.name AND m.incarnation = v.incarnation;
INSERT OR REPLACE INTO main.channel_setting SELECT r.id, c.id, v.name, v.value, v.origin, v.sensitive
  FROM volume.channel_setting v JOIN same_run r ON r.old = v.run_id JOIN same_channel c ON c.old = v.channel_id;

INSERT OR IGNORE INTO main.partition (channel_id, number) SELECT c.id, v.number FROM volume.partition v
  JOIN same_channel c ON c.old = v.channel_id ORDER BY v.partition_id;
INSERT INTO same_partition SELECT v.partition_id, m.partition_id FROM volume.partition v
  JOIN same_channel c ON c.old = v.channel_id JOIN main.partition m ON m.channel_id = c.id AND m.number = v.number;

INSERT INTO range_part SELECT r.id, p.id, (SELECT base FROM merging), v.begin_hi, v.begin_lo, v.next_hi, v.next_lo,
  v.content_hash FROM volume.range v JOIN same_run r ON r.old = v.run_id JOIN same_partition p ON p.old = v.partition_id;
INSERT INTO main.range (run_id, partition_id, start_hi, start_lo, stable_hi, stable_lo, begin_hi, begin_lo, end_hi, end_lo,
  next_hi, next_lo, done, content_hash)
  SELECT r.id, p.id, v.start_hi, v.start_lo, v.stable_hi, v.stable_lo, v.begin_hi, v.begin_lo, v.end_hi, v.end_lo,
  v.next_hi, v.next_lo, v.done, v.content_hash FROM volume.range v JOIN same_run r ON r.old = v.run_id
  JOIN same_partition p ON p.old = v.partition_id WHERE true
  ON CONFLICT (run_id, partition_id) DO UPDATE SET
  begin_hi = CASE WHEN (excluded.begin_hi, excluded.begin_lo) < (begin_hi, begin_lo) THEN excluded.begin_hi ELSE begin_hi END,
  begin_lo = CASE WHEN (excluded.begin_hi, excluded.begin_lo) < (begin_hi, begin_lo) THEN excluded.begin_lo ELSE begin_lo END,
  next_hi = CASE WHEN (excluded.next_hi, excluded.next_lo) > (next_hi, next_lo) THEN excluded.next_hi ELSE next_hi END,
  next_lo = CASE WHEN (excluded.next_hi, excluded.next_lo) > (next_hi, next_lo) THEN excluded.next_lo ELSE next_lo END,
  end_hi = excluded.end_hi, end_lo = excluded.end_lo, done = max(done, excluded.done), content_hash = NULL;

INSERT OR IGNORE INTO main.block (block_id, run_id, partition_id, first_hi, first_lo, next_hi, next_lo, count, tombstones,
  time_min, time_max, holes, hole_reason, hole_measured, raw_bytes, content_hash, integrity_hash)
  SELECT (SELECT base FROM merging) + v.block_id, r.id, p.id, v.first_hi, v.first_lo, v.next_hi, v.next_lo, v.count,
  v.tombstones, v.time_min, v.time_max, v.holes, v.hole_reason, v.hole_measured, v.raw_bytes, v.content_hash,
  v.integrity_hash FROM volume.block v JOIN same_run r ON r.old = v.run_id JOIN same_partition p ON p.old = v.partition_id;
INSERT INTO main.gap (run_id, partition_id, from_hi, from_lo, next_hi, next_lo, reason, measured, detail)
  SELECT r.id, p.id, v.from_hi, v.from_lo, v.next_hi, v.next_lo, v.reason, v.measured, v.detail FROM volume.gap v
  JOIN same_run r ON r.old = v.run_id JOIN same_partition p ON p.old = v.partition_id ORDER BY v.gap_id;
INSERT INTO main.event (run_id, channel_id, partition_id, kind, at_hi, at_lo, detail)
  SELECT r.id, c.id, p.id, v.kind, v.at_hi, v.at_lo, v.detail FROM volume.event v JOIN same_run r ON r.old = v.run_id
  LEFT JOIN same_channel c ON c.old = v.channel_id LEFT JOIN same_partition p ON p.old = v.partition_id
  ORDER BY v.event_id;

INSERT INTO main.schema (registry, native_id, kind, content, fingerprint)
  SELECT registry, native_id, kind, content, fingerprint FROM volume.schema WHERE true ORDER BY schema_id
  ON CONFLICT (registry, native_id) DO UPDATE SET kind = excluded.kind, content = excluded.content,
  fingerprint = excluded.fingerprint WHERE excluded.content IS NOT NULL;
INSERT INTO same_schema SELECT v.schema_id, m.schema_id FROM volume.schema v JOIN main.schema m
  ON m.registry = v.registry AND m.native_id = v.native_id;
INSERT OR IGNORE INTO main.schema_reference SELECT a.id, v.line, v.name, b.id FROM volume.schema_reference v
  JOIN same_schema a ON a.old = v.schema_id JOIN same_schema b ON b.old = v.target_id;
INSERT OR IGNORE INTO main.schema_subject SELECT v.registry, v.subject, v.version, s.id, v.compatibility
  FROM volume.schema_subject v JOIN same_schema s ON s.old = v.schema_id;
INSERT INTO main.schema_use SELECT c.id, v.side, s.id, v.count FROM volume.schema_use v
  JOIN same_channel c ON c.old = v.channel_id JOIN same_schema s ON s.old = v.schema_id WHERE true
  ON CONFLICT (channel_id, side, schema_id) DO UPDATE SET count = count + excluded.count;

INSERT OR REPLACE INTO main.consumer_group SELECT r.id, v.scope, v.name, v.kind, v.state, v.detail
  FROM volume.consumer_group v JOIN same_run r ON r.old = v.run_id;
INSERT OR REPLACE INTO main.group_position SELECT r.id, v.scope, v.name, p.id, v.hi, v.lo, v.metadata, v.leader_epoch,
  v.pending FROM volume.group_position v JOIN same_run r ON r.old = v.run_id
  JOIN same_partition p ON p.old = v.partition_id;
INSERT OR REPLACE INTO main.cluster_object SELECT r.id, v.kind, v.name, v.body FROM volume.cluster_object v
  JOIN same_run r ON r.old = v.run_id;
INSERT OR IGNORE INTO main.attachment SELECT name, media_type, data FROM volume.attachment;
