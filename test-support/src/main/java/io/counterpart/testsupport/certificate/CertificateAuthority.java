package io.counterpart.testsupport.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An authority that issues certificates for servers, in a directory of its own. */
public final class CertificateAuthority {

    private static final String PASSWORD = "of-a-test";
    private static final String ALIAS = "it";

    private final Path directory;

    /** Creates the authority. */
    public CertificateAuthority(Path directory) {
        try {
            this.directory = Files.createDirectories(directory.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        generate("authority", List.of("-ext", "bc:c"));
        keytool("authority", "-exportcert", "-rfc", "-file", certificate().toString());
    }

    /** What clients trust, as PEM. */
    public Path certificate() {
        return directory.resolve("authority.pem");
    }

    /**
     * Issues a certificate with a new key.
     *
     * @param names for which the certificate is valid, as in {@code dns:localhost,ip:127.0.0.1}
     */
    public IssuedCertificate issue(String file, String names) {
        Path certificate = directory.resolve(file + ".crt");
        Path key = directory.resolve(file + ".key");
        Path both = directory.resolve(file + ".pem");
        String request = directory.resolve(file + ".csr").toString();
        generate(file, List.of());
        keytool(file, "-certreq", "-file", request);
        keytool(
                "authority",
                "-gencert",
                "-rfc",
                "-infile",
                request,
                "-outfile",
                certificate.toString(),
                "-ext",
                "san=" + names);
        try {
            Files.writeString(key, privateKey(file));
            // PostgreSQL refuses a key that others can read.
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
            Files.writeString(both, Files.readString(key) + Files.readString(certificate));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new IssuedCertificate(certificate, key, both);
    }

    private void generate(String name, List<String> further) {
        try {
            Files.deleteIfExists(store(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var arguments = new ArrayList<>(
                List.of("-genkeypair", "-dname", "CN=" + name, "-keyalg", "EC", "-groupname", "secp256r1"));
        arguments.addAll(List.of("-validity", "2"));
        arguments.addAll(further);
        keytool(name, arguments.toArray(String[]::new));
    }

    private String privateKey(String name) throws IOException {
        try (var in = Files.newInputStream(store(name))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            Key key = store.getKey(ALIAS, PASSWORD.toCharArray());
            String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
            return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n".formatted(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path store(String name) {
        return directory.resolve(name + ".p12");
    }

    private void keytool(String store, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store(store).toString(), "-storetype", "PKCS12"));
        command.addAll(List.of("-storepass", PASSWORD, "-alias", ALIAS, "-J-XX:TieredStopAtLevel=1"));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("%s: %s".formatted(arguments[0], output));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
