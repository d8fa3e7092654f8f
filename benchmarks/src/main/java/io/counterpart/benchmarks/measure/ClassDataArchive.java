package io.counterpart.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a JVM keeps of its classes for its next starts: class data sharing, and since JDK 25 an AOT cache. */
record ClassDataArchive(Path file) {

    private static final boolean AOT = Runtime.version().feature() >= 25;

    static String title() {
        return AOT ? "an AOT cache" : "class data sharing";
    }

    /** The goal for a start to ready with it, in seconds. */
    static double goal() {
        return AOT ? 2 : 4;
    }

    /** For the run that ends with writing it. */
    String recording() {
        return (AOT ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + file;
    }

    /** For a run that has to use it: without these a JVM starts without it and says little. */
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
