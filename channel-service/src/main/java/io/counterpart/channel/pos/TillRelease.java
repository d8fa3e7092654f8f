package io.counterpart.channel.pos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.support.security.Sha256;

/** The files of the till application with a version that changes with each of them, so that tills load a new one. */
@Component
class TillRelease {

    private static final String ROOT = "META-INF/resources/";
    private static final String APPLICATION = ROOT + "pos/";
    private static final String LIBRARIES = APPLICATION + "libraries.json";
    private static final int DIGITS = 12;

    private final JsonMapper json;
    private final ResourcePatternResolver resources = new PathMatchingResourcePatternResolver();

    TillRelease(JsonMapper json) {
        this.json = json;
    }

    /** The script that tells the application and its service worker which files belong to it. */
    String script() {
        Map<String, byte[]> files = files();
        var everything = new ArrayList<byte[]>();
        files.forEach((name, content) -> {
            everything.add(name.getBytes(StandardCharsets.UTF_8));
            everything.add(content);
        });
        String version = Sha256.hex(everything.toArray(byte[][]::new)).substring(0, DIGITS);
        return "self.RELEASE = " + json.writeValueAsString(new Release(version, List.copyOf(files.keySet()))) + ";\n";
    }

    /** By their addresses, relative to that of the application. */
    private Map<String, byte[]> files() {
        try {
            var files = new TreeMap<String, byte[]>();
            for (Resource file : resources.getResources("classpath*:" + APPLICATION + "**/*.*")) {
                String address = file.getURL().toString();
                String name = address.substring(address.lastIndexOf(APPLICATION) + APPLICATION.length());
                files.put(name, file.getContentAsByteArray());
            }
            for (String library : libraries()) {
                files.put("../webjars/" + library, library(library));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("The till application is not in the class path", e);
        }
    }

    private List<String> libraries() throws IOException {
        byte[] list = resources.getResource("classpath:" + LIBRARIES).getContentAsByteArray();
        return List.of(json.readValue(list, String[].class));
    }

    // In a WebJar the version follows the name of the library.
    private byte[] library(String path) throws IOException {
        String pattern = "classpath*:" + ROOT + "webjars/" + path.replaceFirst("/", "/*/");
        Resource[] found = resources.getResources(pattern);
        if (found.length != 1) {
            throw new IOException("%s is %d times in the class path".formatted(path, found.length));
        }
        return found[0].getContentAsByteArray();
    }

    private record Release(String version, List<String> files) {}
}
