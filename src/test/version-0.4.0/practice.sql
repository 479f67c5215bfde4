PRAGMA application_id = 0;
PRAGMA user_version = 1;
PRAGMA auto_vacuum = 0;
CREATE TABLE batches (
    id TEXT PRIMARY KEY,
    workspace_id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    request TEXT NOT NULL,
    dataset_id TEXT,
    ready_at INTEGER,
    ends_in TEXT,
    task_count INTEGER,
    group_count INTEGER,
    CHECK ((ready_at IS NULL) = (ends_in IS NULL))
  ) STRICT;
INSERT INTO "batches" (id, workspace_id, created_at, request, dataset_id, ready_at, ends_in, task_count, group_count) VALUES ('01a22d77-bd93-7d9a-a232-d45d8ba5193d', '6278acb09062db3b35bcbeb0', 1796059151763, '{"name":"Made by a program","task_details":{"task_name":"Evaluate Product Reviews","task_introduction":"<p>In this task, you will analyze product reviews and categorize their sentiment.</p>","task_steps":"<ol><li>Read each review carefully</li><li>Select the appropriate sentiment</li><li>Provide a brief explanation</li></ol>"},"batch_items":[{"id":"01a22d77-bd93-7f80-8428-c6cd824b7906","rows":[{"id":"01a22d77-bd93-775c-a645-c15da893cd4c","columns":[{"id":"01a22d77-bd93-7b5c-99c2-1d1672fcf951","items":[{"id":"01a22d77-bd93-7f39-8060-9aa459cb8772","type":"dataset_field","field":"review"}]}]},{"id":"01a22d77-bd93-708e-a2d4-b48e14c0efe7","columns":[{"id":"01a22d77-bd93-7281-91b9-f06ca5797cbe","items":[{"id":"01a22d77-bd93-753b-9d2b-6cabd2839a26","type":"multiple_choice","description":"What is the sentiment of this review?","answer_limit":1,"options":[{"label":"Positive","value":"positive"},{"label":"Neutral","value":"neutral"},{"label":"Negative","value":"negative"}]},{"id":"01a22d77-bd93-7dd3-aee5-4cbe9da059d7","type":"free_text","description":"Which words in the review made you choose this?","validation":{"type":"string","min":10,"max":500}}]}]}]}],"auto_sync_enabled":false}', '1234acb09999db4b99bcded1', NULL, NULL, NULL, NULL);
INSERT INTO "batches" (id, workspace_id, created_at, request, dataset_id, ready_at, ends_in, task_count, group_count) VALUES ('01a22d78-0246-74ef-999a-6475812e106a', '6278acb09062db3b35bcbeb0', 1796059169350, '{"name":"Sent from the form","task_details":{"task_name":"Evaluate Product Reviews","task_introduction":"<p>In this task, you will analyze product reviews and categorize their sentiment.</p>","task_steps":"<ol><li>Read each review carefully</li><li>Select the appropriate sentiment</li><li>Provide a brief explanation</li></ol>"},"batch_items":null,"auto_sync_enabled":false}', '1234acb09999db4b99bcded1', NULL, NULL, NULL, NULL);
INSERT INTO "batches" (id, workspace_id, created_at, request, dataset_id, ready_at, ends_in, task_count, group_count) VALUES ('01a22d78-1a94-7171-ae39-c0fd221fb55b', '6278acb09062db3b35bcbeb0', 1796059175572, '{"name":"Lost answer !drop-after","task_details":{"task_name":"Evaluate Product Reviews","task_introduction":"<p>In this task, you will analyze product reviews and categorize their sentiment.</p>","task_steps":"<ol><li>Read each review carefully</li><li>Select the appropriate sentiment</li><li>Provide a brief explanation</li></ol>"},"batch_items":null,"auto_sync_enabled":false}', '1234acb09999db4b99bcded1', NULL, NULL, NULL, NULL);
CREATE INDEX batches_by_workspace ON batches (workspace_id, created_at);
