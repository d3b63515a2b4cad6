package dev.diorama.benchmarks;

import java.util.List;

/**
 * The limit: copying a sample that is there already, where nothing has to be chosen.
 *
 * @param sample a finished sample
 */
record CopyOfSample(Database sample) implements Way {
    @Override
    public String label() {
        return "the finished sample by `pg_dump -Fc`, `pg_restore`";
    }

    @Override
    public long go(Database source, Database target) {
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            String dump = folder.file("dump");
            ProgramRun.onDatabase(sample.url(), List.of("pg_dump", "-Fc", "-f", dump));
            target.create();
            ProgramRun.onDatabase(
                    target.url(), List.of("pg_restore", "-d", target.url().database(), dump));
        }
        return 0;
    }
}
