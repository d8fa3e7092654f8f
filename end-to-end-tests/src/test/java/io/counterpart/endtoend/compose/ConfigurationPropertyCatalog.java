package io.counterpart.endtoend.compose;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/**
 * The properties that a service reads: those that the libraries on its class path describe, that its own settings
 * records declare, and that its application.yaml sets or refers to.
 */
public record ConfigurationPropertyCatalog(Set<String> names) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-zA-Z0-9._-]+)[:}]");
    private static final Pattern SETTINGS = Pattern.compile(
            "@ConfigurationProperties\\((?:prefix = )?\"([^\"]+)\"\\).*?record \\w+\\((.*?)\\)\\s*\\{", Pattern.DOTALL);
    private static final Pattern ANNOTATION = Pattern.compile("@\\w+(\\([^()]*\\))?");

    public static ConfigurationPropertyCatalog of(Path module) {
        var names = new TreeSet<String>();
        jars(module).forEach(jar -> names.addAll(describedBy(jar)));
        files(module.resolve("src/main/resources"), "application.*\\.ya?ml").forEach(yaml -> addYaml(yaml, names));
        files(module.resolve("src/main/java"), ".*\\.java").forEach(java -> names.addAll(declaredIn(text(java))));
        return new ConfigurationPropertyCatalog(names);
    }

    /** Whether Spring Boot maps a variable of this name to one of the properties. */
    public boolean areReadFrom(String variable) {
        var environment = new SystemEnvironmentPropertySource("systemEnvironment", Map.of(variable, "value"));
        var source = ConfigurationPropertySources.from(environment).iterator().next();
        return names.stream()
                .map(ConfigurationPropertyName::ofIfValid)
                .anyMatch(name -> name != null && source.getConfigurationProperty(name) != null);
    }

    /** {@code @ConfigurationProperties("a.b") record X(@Min(1) int oneThing)} declares {@code a.b.one-thing}. */
    static Set<String> declaredIn(String java) {
        var names = new TreeSet<String>();
        var settings = SETTINGS.matcher(java);
        while (settings.find()) {
            for (String component :
                    ANNOTATION.matcher(settings.group(2)).replaceAll("").split(",", -1)) {
                String[] words = component.strip().split("\\s+", -1);
                names.add(settings.group(1) + "." + kebab(words[words.length - 1]));
            }
        }
        return names;
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static void addYaml(Path yaml, Set<String> names) {
        String text = text(yaml);
        new Yaml().loadAll(text).forEach(document -> flatten("", document, names));
        PLACEHOLDER
                .matcher(text)
                .results()
                .forEach(match -> names.add(match.group(1).toLowerCase(Locale.ROOT)));
    }

    private static void flatten(String prefix, Object node, Set<String> names) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> flatten(prefix.isEmpty() ? "" + key : prefix + "." + key, value, names));
        } else {
            names.add(prefix);
        }
    }

    private static List<Path> jars(Path module) {
        Path classPath = module.resolve("target/runtime-class-path.txt");
        if (!Files.exists(classPath)) {
            throw new IllegalStateException(classPath + " is missing: build from the root, ./mvnw verify");
        }
        return Stream.of(text(classPath).strip().split(File.pathSeparator, -1))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .filter(Files::exists)
                .toList();
    }

    private static List<String> describedBy(Path jar) {
        try (var file = new JarFile(jar.toFile())) {
            var entry = file.getEntry("META-INF/spring-configuration-metadata.json");
            if (entry == null) {
                return List.of();
            }
            try (InputStream json = file.getInputStream(entry)) {
                return JsonMapper.shared()
                        .readTree(json)
                        .path("properties")
                        .valueStream()
                        .map(property -> property.path("name").asString())
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder, String name) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
