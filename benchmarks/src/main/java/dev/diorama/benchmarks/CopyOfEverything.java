package dev.diorama.benchmarks;

import java.util.List;

/** What one does without a subsetter: pg_dump and pg_restore, at their fastest. */
record CopyOfEverything() implements Way {
    @Override
    public String label() {
        return "everything by `pg_dump -Fd -j2 -Z0`, `pg_restore -j2`";
    }

    @Override
    public long go(Database source, Database target) {
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            String dump = folder.file("dump");
            ProgramRun.onDatabase(source.url(), List.of("pg_dump", "-Fd", "-j2", "-Z0", "-f", dump));
            target.create();
            ProgramRun.onDatabase(
                    target.url(),
                    List.of("pg_restore", "-j2", "-d", target.url().database(), dump));
        }
        return 0;
    }
}
