-- What the server must remember. Everything else is read from where it is: databases, processes, folders.

CREATE TABLE environment (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    forge            text        NOT NULL,
    repository_id    text        NOT NULL,
    number           integer     NOT NULL CHECK (number > 0),
    project          text        NOT NULL,
    title            text        NOT NULL,
    branch           text        NOT NULL,
    head_sha         text        NOT NULL CHECK (head_sha ~ '^[0-9a-f]{40}$'),
    wanted           text        NOT NULL CHECK (wanted IN ('present', 'absent')),
    generation       bigint      NOT NULL CHECK (generation > 0),
    -- A clone made for an older generation than this is made anew.
    clone_generation bigint      NOT NULL CHECK (clone_generation <= generation),
    phase            text        NOT NULL CHECK (phase IN ('queued', 'working', 'ready', 'failed', 'removing', 'removed')),
    failure          text,
    -- Counts every change that a reader could see; watchers wait for the next one.
    revision         bigint      NOT NULL DEFAULT 1,
    updated_at       timestamptz NOT NULL DEFAULT now(),
    UNIQUE (forge, repository_id, number)
);
COMMENT ON TABLE environment IS 'Desired state of each environment, and how far the reconciler has come';

CREATE TABLE step (
    environment_id bigint      NOT NULL REFERENCES environment ON DELETE CASCADE,
    generation     bigint      NOT NULL,
    name           text        NOT NULL,
    state          text        NOT NULL CHECK (state IN ('running', 'done', 'failed')),
    started_at     timestamptz NOT NULL,
    ended_at       timestamptz,
    detail         text        NOT NULL DEFAULT '',
    log            text        NOT NULL DEFAULT '',
    PRIMARY KEY (environment_id, generation, name)
);
COMMENT ON TABLE step IS 'What was done for a generation; a step that is absent has not begun';

CREATE TABLE migration (
    environment_id bigint  NOT NULL REFERENCES environment ON DELETE CASCADE,
    generation     bigint  NOT NULL,
    ordinal        integer NOT NULL,
    version        text    NOT NULL,
    description    text    NOT NULL,
    millis         bigint  NOT NULL,
    PRIMARY KEY (environment_id, generation, ordinal)
);
COMMENT ON TABLE migration IS 'The migrations that were applied to the clone, and by which generation';

CREATE TABLE sample (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    project    text        NOT NULL,
    state      text        NOT NULL CHECK (state IN ('building', 'ready', 'failed')),
    created_at timestamptz NOT NULL DEFAULT now(),
    report     jsonb
);
CREATE INDEX ON sample (project, id);
COMMENT ON TABLE sample IS 'The samples of each project; the database of a sample is named by its id';

-- The local forge: pull requests that live here because no GitHub tells of them.
CREATE TABLE local_pull_request (
    project  text    NOT NULL,
    number   integer NOT NULL CHECK (number > 0),
    title    text    NOT NULL,
    branch   text    NOT NULL,
    head_sha text    NOT NULL,
    open     boolean NOT NULL,
    comment  text    NOT NULL DEFAULT '',
    PRIMARY KEY (project, number)
);
COMMENT ON TABLE local_pull_request IS 'Pull requests of the local forge, with the one comment that each of them has';
