-- about
SELECT line, text FROM about ORDER BY 1;
-- archive
SELECT set_uuid, volume_uuid, volume_no, previous_root, created_at, writer, state FROM archive;
-- feature
SELECT name, required FROM feature ORDER BY 1;
-- source
SELECT broker, cluster_id, label FROM source ORDER BY 1, 2, 3;
-- run
SELECT run_uuid, s.broker, s.cluster_id, s.label, r.kind, fidelity, state, worker, started_at, cut_at, finished_at,
  isolation, plan, plan_hash, actor, host, error FROM run r JOIN source s USING (source_id) ORDER BY 1;
-- channel
SELECT s.broker, s.cluster_id, s.label, c.kind, c.name, c.incarnation, c.profile, c.attributes, c.replication
  FROM channel c JOIN source s USING (source_id) ORDER BY 1, 2, 3, 4, 5, 6;
-- channel_setting
SELECT s.broker, s.cluster_id, s.label, c.kind, c.name, c.incarnation, r.run_uuid, x.name, x.value, x.origin, x.sensitive
  FROM channel_setting x JOIN run r USING (run_id) JOIN channel c USING (channel_id)
  JOIN source s ON s.source_id = c.source_id ORDER BY 1, 2, 3, 4, 5, 6, 7, 8;
-- partition
SELECT s.broker, s.cluster_id, s.label, c.kind, c.name, c.incarnation, p.number
  FROM partition p JOIN channel c USING (channel_id) JOIN source s USING (source_id) ORDER BY 1, 2, 3, 4, 5, 6, 7;
-- range
SELECT s.broker, s.cluster_id, s.label, c.kind, c.name, c.incarnation, p.number, r.run_uuid, x.start_hi, x.start_lo,
  x.stable_hi, x.stable_lo, x.begin_hi, x.begin_lo, x.end_hi, x.end_lo, x.next_hi, x.next_lo, x.done, x.content_hash
  FROM range x JOIN run r USING (run_id) JOIN partition p USING (partition_id) JOIN channel c USING (channel_id)
  JOIN source s ON s.source_id = c.source_id ORDER BY 1, 2, 3, 4, 5, 6, 7, 8;
-- block
SELECT s.broker, s.cluster_id, s.label, c.kind, c.name, c.incarnation, p.number, r.run_uuid, b.first_hi, b.first_lo,
  b.next_hi, b.next_lo, b.count, b.tombstones, b.time_min, b.time_max, b.holes, b.hole_reason, b.hole_measured,
  b.raw_bytes, b.content_hash, b.integrity_hash
  FROM block b JOIN run r USING (run_id) JOIN partition p USING (partition_id) JOIN channel c USING (channel_id)
  JOIN source s ON s.source_id = c.source_id ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
-- gap
SELECT s.broker, s.cluster_id, s.label, c.kind, c.name, c.incarnation, p.number, r.run_uuid, g.from_hi, g.from_lo,
  g.next_hi, g.next_lo, g.reason, g.measured, g.detail
  FROM gap g JOIN run r USING (run_id) JOIN partition p USING (partition_id) JOIN channel c USING (channel_id)
  JOIN source s ON s.source_id = c.source_id ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13;
-- event
SELECT r.run_uuid, s.broker, s.cluster_id, s.label, c.kind, c.name, c.incarnation, p.number, e.kind, e.at_hi, e.at_lo,
  e.detail FROM event e JOIN run r USING (run_id) LEFT JOIN channel c USING (channel_id)
  LEFT JOIN source s ON s.source_id = c.source_id LEFT JOIN partition p ON p.partition_id = e.partition_id
  ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12;
-- schema
SELECT registry, native_id, kind, content, fingerprint FROM schema ORDER BY 1, 2;
-- schema_reference
SELECT a.registry, a.native_id, x.line, x.name, b.registry, b.native_id FROM schema_reference x
  JOIN schema a USING (schema_id) JOIN schema b ON b.schema_id = x.target_id ORDER BY 1, 2, 3;
-- schema_subject
SELECT x.registry, x.subject, x.version, a.registry, a.native_id, x.compatibility FROM schema_subject x
  JOIN schema a USING (schema_id) ORDER BY 1, 2, 3;
-- schema_use
SELECT s.broker, s.cluster_id, s.label, c.kind, c.name, c.incarnation, x.side, a.registry, a.native_id, x.count
  FROM schema_use x JOIN channel c USING (channel_id) JOIN source s USING (source_id) JOIN schema a USING (schema_id)
  ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9;
-- consumer_group
SELECT r.run_uuid, g.scope, g.name, g.kind, g.state, g.detail FROM consumer_group g JOIN run r USING (run_id)
  ORDER BY 1, 2, 3;
-- group_position
SELECT r.run_uuid, x.scope, x.name, s.broker, s.cluster_id, s.label, c.kind, c.name, c.incarnation, p.number, x.hi, x.lo,
  x.metadata, x.leader_epoch, x.pending FROM group_position x JOIN run r USING (run_id)
  JOIN partition p USING (partition_id) JOIN channel c USING (channel_id) JOIN source s ON s.source_id = c.source_id
  ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
-- cluster_object
SELECT r.run_uuid, o.kind, o.name, o.body FROM cluster_object o JOIN run r USING (run_id) ORDER BY 1, 2, 3;
-- attachment
SELECT name, media_type, data FROM attachment ORDER BY 1;
