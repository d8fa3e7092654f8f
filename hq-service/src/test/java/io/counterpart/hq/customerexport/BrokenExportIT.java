package io.counterpart.hq.customerexport;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.browser.HqBrowserContext;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** An export that fails after its first customers were sent, on a real server: it must not look complete. */
@HqBrowserContext
class BrokenExportIT {

    private static final String PATH = "/api/v1/customer-export?format=CSV";
    private static final String LAST_CHUNK = "\r\n0\r\n\r\n";

    @LocalServerPort
    private int port;

    @Autowired
    private TestDriver work;

    private String admin = "";

    @BeforeEach
    void start() {
        work.clear();
        work.channels();
        admin = work.bearer(TokenRole.HQ_API, null);
    }

    @Test
    void aCompleteAnswerHasItsLastChunk() throws IOException {
        customers(2_500);

        assertThat(raw()).startsWith("HTTP/1.1 200").contains("C-2500").endsWith(LAST_CHUNK);
    }

    @Test
    void anAnswerThatFailsMidwayHasNone() throws IOException {
        customers(2_500);
        unreadable(2_500);

        assertThat(raw())
                .startsWith("HTTP/1.1 200")
                // What HQ has written since it last filled a buffer is lost with the connection.
                .contains("C-1000,")
                .doesNotContain("C-2001,", "problems/")
                .doesNotEndWith(LAST_CHUNK);
        assertThat(work.texts("select action from audit_entry where action like '%export'"))
                .containsExactly("start-export");
    }

    @Test
    void aClientOfTheJdkReportsIt() {
        customers(2_500);
        unreadable(2_500);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + PATH))
                .header("Authorization", admin)
                .build();

        assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    private void customers(int count) {
        work.jdbcUpdate("""
                insert into customer (async_customer_id, account_number, version, type, last_name, creation_mode,
                  created_in_channel, created_in_channel_database, created_at, converted_at, applied_operations)
                select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'C-' || lpad(n::text, 4, '0'), 1,
                  'PERSON', 'Lee', 'SYNC', 'HARBOR', 'harbor', now(), now(), '{}'
                from generate_series(1, %d) as n
                """.formatted(count));
    }

    // Like any fault that HQ meets while it reads.
    private void unreadable(int number) {
        work.jdbcUpdate("update customer set attributes = '[1]' where account_number = 'C-%04d'".formatted(number));
    }

    /** Everything that arrives until the connection is closed. */
    private String raw() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: %s\r\nConnection: close\r\n\r\n"
                            .formatted(PATH, admin)
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(readAll(socket.getInputStream()), StandardCharsets.UTF_8);
        }
    }

    private static byte[] readAll(InputStream in) throws IOException {
        var all = new java.io.ByteArrayOutputStream();
        var buffer = new byte[16_384];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                all.write(buffer, 0, read);
            }
        } catch (SocketException reset) {
            // An aborted connection may be reset: what arrived before is the answer.
        }
        return all.toByteArray();
    }
}
