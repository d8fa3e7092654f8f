package io.counterpart.stack.process;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.jar.JarFile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ClassesJarTests {

    private static final FileTime EARLIER = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    @TempDir
    Path target;

    private Path classes;

    @BeforeEach
    void compile() throws Exception {
        classes = target.resolve("classes");
        Files.createDirectories(classes.resolve("shop"));
        Files.writeString(classes.resolve("shop/Till.class"), "till");
    }

    @Test
    void hasTheFilesAndTheirDirectoriesWhichSpringAsksFor() throws Exception {
        String jar = ClassesJar.of(classes.toString());

        assertThat(jar).isEqualTo(target.resolve("classes.jar").toString());
        try (var archive = new JarFile(jar)) {
            assertThat(archive.getJarEntry("shop/")).isNotNull();
            assertThat(archive.getInputStream(archive.getJarEntry("shop/Till.class")))
                    .hasContent("till");
        }
        assertThat(target).isDirectoryNotContaining("glob:**classes-*");
    }

    @Test
    void staysUntilAClassChanges() throws Exception {
        Path jar = Path.of(ClassesJar.of(classes.toString()));
        FileTime made = Files.getLastModifiedTime(jar);

        ClassesJar.of(classes.toString());
        assertThat(Files.getLastModifiedTime(jar)).isEqualTo(made);

        Files.setLastModifiedTime(jar, EARLIER);
        Files.writeString(classes.resolve("shop/Till.class"), "another till");
        ClassesJar.of(classes.toString());
        assertThat(contentOf(jar)).isEqualTo("another till");
    }

    @Test
    void forgetsAClassThatWent() throws Exception {
        Files.writeString(classes.resolve("shop/Desk.class"), "desk");
        Path jar = Path.of(ClassesJar.of(classes.toString()));
        Files.setLastModifiedTime(jar, EARLIER);

        Files.delete(classes.resolve("shop/Desk.class"));
        ClassesJar.of(classes.toString());

        try (var archive = new JarFile(jar.toFile())) {
            assertThat(archive.getJarEntry("shop/Desk.class")).isNull();
        }
    }

    @Test
    void leavesArchivesAsTheyAre() {
        assertThat(ClassesJar.of("/somewhere/spring.jar")).isEqualTo("/somewhere/spring.jar");
    }

    private static String contentOf(Path jar) throws Exception {
        try (var archive = new JarFile(jar.toFile());
                var content = archive.getInputStream(archive.getJarEntry("shop/Till.class"))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
