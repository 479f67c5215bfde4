/**
 * What version 0.7 added to `practice.db`: datasets with their rows, the files that are sent for them,
 * the jobs that read those, changes of a schema, and jobs that add tasks to a batch.
 *
 * Rows count only below `datasets.row_count`, which a job raises when it ends: what a job that was cut
 * short left behind lies above it and is overwritten. Names are kept as JSON, because SQLite's own text
 * cannot hold every string that JSON can.
 */
export const datasetTables = `
  CREATE TABLE datasets (
    id TEXT PRIMARY KEY,
    workspace_id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    name TEXT NOT NULL,
    schema_version INTEGER NOT NULL CHECK (schema_version IN (3, 4)),
    schema TEXT,
    row_count INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE imports (
    id TEXT PRIMARY KEY,
    dataset_id TEXT NOT NULL REFERENCES datasets (id),
    secret TEXT NOT NULL UNIQUE,
    filename TEXT NOT NULL,
    content_type TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('asked', 'uploaded', 'waiting', 'ended')),
    ready_at INTEGER,
    row_count INTEGER NOT NULL DEFAULT 0,
    result TEXT,
    CHECK ((state = 'asked') = (ready_at IS NULL)),
    CHECK ((state = 'ended') = (result IS NOT NULL))
  ) STRICT;
  CREATE INDEX imports_by_dataset ON imports (dataset_id, created_at);
  CREATE TABLE upload_chunks (
    import_id TEXT NOT NULL REFERENCES imports (id),
    number INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (import_id, number)
  ) STRICT;
  CREATE TABLE datapoints (
    dataset_id TEXT NOT NULL REFERENCES datasets (id),
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    group_key TEXT,
    hash BLOB,
    record TEXT NOT NULL,
    PRIMARY KEY (dataset_id, position)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX datapoints_by_hash ON datapoints (dataset_id, hash) WHERE hash IS NOT NULL;
  CREATE INDEX datapoints_by_group ON datapoints (dataset_id, group_key)
    WHERE group_key IS NOT NULL;
  CREATE TABLE schema_jobs (
    id TEXT PRIMARY KEY,
    dataset_id TEXT NOT NULL REFERENCES datasets (id),
    created_at INTEGER NOT NULL,
    ready_at INTEGER NOT NULL,
    position INTEGER NOT NULL DEFAULT 0,
    ended INTEGER NOT NULL DEFAULT 0,
    failed_count INTEGER NOT NULL DEFAULT 0,
    errors TEXT NOT NULL DEFAULT '[]'
  ) STRICT;
  CREATE TABLE syncs (
    id TEXT PRIMARY KEY,
    batch_id TEXT NOT NULL REFERENCES batches (id),
    dataset_id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    ready_at INTEGER NOT NULL,
    first_task INTEGER NOT NULL,
    end_task INTEGER NOT NULL,
    groups_created INTEGER NOT NULL,
    groups_expanded INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX syncs_by_batch ON syncs (batch_id, created_at);
  ALTER TABLE batches ADD COLUMN tasks_per_group INTEGER;
`
