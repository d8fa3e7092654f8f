package io.counterpart.stack.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The command that runs a main class of a module of this build on the JVM that runs the launcher.
 *
 * @param module the directory of the module
 */
public record JavaCommand(Path module, String mainClass, List<String> jvmArguments, List<String> arguments) {

    public static JavaCommand of(Path module, String mainClass) {
        return new JavaCommand(module, mainClass, List.of(), List.of());
    }

    public JavaCommand jvm(List<String> jvm) {
        return new JavaCommand(module, mainClass, List.copyOf(jvm), arguments);
    }

    public JavaCommand arguments(List<String> these) {
        return new JavaCommand(module, mainClass, jvmArguments, List.copyOf(these));
    }

    /** Writes the class path, which is too long for a command line on some systems, to the given file. */
    public List<String> command(Path classPathFile) throws IOException {
        Files.createDirectories(classPathFile.toAbsolutePath().getParent());
        Files.writeString(classPathFile, "-cp \"%s\"%n".formatted(classPath().replace("\\", "\\\\")));
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmArguments);
        command.add("@" + classPathFile);
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    private String classPath() throws IOException {
        Path dependencies = module.resolve("target").resolve("runtime-class-path.txt");
        Path classes = module.resolve("target").resolve("classes");
        if (!Files.exists(dependencies) || !Files.isDirectory(classes)) {
            throw new StackException("%s is not built. Run ./mvnw -q spring-boot:run from the project root."
                    .formatted(module.getFileName()));
        }
        String entries =
                classes + File.pathSeparator + Files.readString(dependencies).strip();
        return Arrays.stream(entries.split(File.pathSeparator, -1))
                .map(ClassesJar::of)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
