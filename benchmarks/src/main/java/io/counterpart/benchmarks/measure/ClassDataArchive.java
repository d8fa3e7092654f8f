package io.counterpart.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The class data that a JVM stores for its next starts: class data sharing, and from JDK 25 on an AOT cache. */
record ClassDataArchive(Path file) {

    private static final boolean AOT = Runtime.version().feature() >= 25;

    static String title() {
        return AOT ? "an AOT cache" : "class data sharing";
    }

    /** The goal for the time from start to ready with it, in seconds. */
    static double goal() {
        return AOT ? 2 : 4;
    }

    /** The JVM option for the run that writes the archive at its end. */
    String recording() {
        return (AOT ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + file;
    }

    /** The JVM options for a run that must use the archive: without them a JVM would silently start without it. */
    List<String> using() {
        return AOT
                ? List.of("-XX:AOTMode=on", "-XX:AOTCache=" + file)
                : List.of("-Xshare:on", "-XX:SharedArchiveFile=" + file);
    }

    void requireWritten() throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("The JVM ended without writing " + file);
        }
    }
}
