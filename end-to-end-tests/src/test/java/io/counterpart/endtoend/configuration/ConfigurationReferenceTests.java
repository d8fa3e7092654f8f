package io.counterpart.endtoend.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/configuration.md} has every setting; {@code -Dconfiguration.write=true} writes it again. */
class ConfigurationReferenceTests {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path FILE = ROOT.resolve("docs/configuration.md");
    private static final String START = "<!-- Written by ConfigurationReferenceTests. -->\n";
    private static final Map<String, String> MODULES = modules();

    @Test
    void theReferenceHasEverySettingWithItsDefaultAndMeaning() throws IOException {
        String before = Files.readString(FILE);
        String written = before.substring(0, before.indexOf(START)) + START + reference();
        if (Boolean.getBoolean("configuration.write")) {
            Files.writeString(FILE, written);
        }

        assertThat(Files.readString(FILE)).isEqualTo(written);
    }

    @Test
    void everySettingSaysWhatItMeans() throws IOException {
        for (String module : MODULES.keySet()) {
            assertThat(Setting.of(ROOT.resolve(module)))
                    .as(module)
                    .isNotEmpty()
                    .allSatisfy(setting ->
                            assertThat(setting.description()).as(setting.name()).isNotBlank());
        }
    }

    @Test
    void everySettingOfTheOperationsGuideExists() throws IOException {
        String guide = Files.readString(ROOT.resolve("docs/operating.md"));
        for (String module : MODULES.keySet()) {
            for (Setting setting : Setting.of(ROOT.resolve(module))) {
                guide = guide.replace("`" + setting.variable() + "`", "");
            }
        }

        assertThat(guide.lines().filter(line -> line.matches("\\| `(HQ|COUNTERPART)_[A-Z_]+` \\|.*")))
                .isEmpty();
    }

    private static String reference() throws IOException {
        var text = new StringBuilder();
        for (var module : MODULES.entrySet()) {
            text.append("\n## ").append(module.getValue()).append('\n');
            groups(module.getKey())
                    .forEach((group, settings) -> text.append("\n### `%s`%n%n".formatted(group))
                            .append("| Variable | Default | Meaning |\n|---|---|---|\n")
                            .append(settings.stream().map(Setting::row).collect(Collectors.joining("\n", "", "\n"))));
        }
        return text.toString();
    }

    private static Map<String, List<Setting>> groups(String module) throws IOException {
        return Setting.of(ROOT.resolve(module)).stream()
                .collect(Collectors.groupingBy(Setting::group, TreeMap::new, Collectors.toList()));
    }

    private static Map<String, String> modules() {
        var modules = new LinkedHashMap<String, String>();
        modules.put("hq-service", "HQ");
        modules.put("channel-service", "Channel service");
        modules.put("service-support", "Both services");
        return modules;
    }
}
