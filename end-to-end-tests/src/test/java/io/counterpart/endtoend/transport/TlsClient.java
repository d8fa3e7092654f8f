package io.counterpart.endtoend.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** One connection to a server, over which requests are sent one after the other. */
final class TlsClient implements AutoCloseable {

    private final SSLSocket socket;
    private final URI server;

    private TlsClient(SSLSocket socket, URI server) {
        this.socket = socket;
        this.server = server;
    }

    /** Opens a connection with a complete handshake. */
    static TlsClient connect(URI server, Path authority) throws IOException {
        // A context of its own has no session that it could resume.
        var socket = (SSLSocket) context(authority)
                .getSocketFactory()
                .createSocket(InetAddress.getByName(server.getHost()), server.getPort());
        socket.setSoTimeout(10_000);
        socket.startHandshake();
        return new TlsClient(socket, server);
    }

    static HttpClient http(Path authority) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(context(authority))
                .build();
    }

    /** The serial number of the server's certificate. */
    BigInteger serialNumber() throws IOException {
        return ((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSerialNumber();
    }

    /** The status line of the response; the connection stays open. */
    String get(String path) throws IOException {
        String request = "GET %s HTTP/1.1\r\nHost: %s\r\n\r\n".formatted(path, server.getAuthority());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        String status = line(in);
        int length = -1;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring(header.indexOf(':') + 1).strip());
            }
        }
        if (length < 0 || in.readNBytes(length).length != length) {
            throw new IOException("Not a response with a length: " + status);
        }
        return status;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The server closed the connection");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static SSLContext context(Path authority) {
        try (InputStream in = Files.newInputStream(authority)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
