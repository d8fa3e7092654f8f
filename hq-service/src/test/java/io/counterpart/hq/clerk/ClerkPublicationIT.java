package io.counterpart.hq.clerk;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.counterpart.hq.testing.HqManualContext;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class ClerkPublicationIT extends ClerkApiSupport {

    @Test
    void aDeactivatedClerkIsRevokedAtOnceEvenWhile1070IsHeld() {
        put(id, null, clerk("Robin", "'HARBOR', 'STATION', 'ONLINE'", "true", "4711"));
        work.hold("1070", true);

        // HARBOR and STATION do not learn that the clerk has left them.
        put(id, tag(), clerk("Robin", "'ONLINE'", "true", null));
        assertThat(put(id, tag(), clerk("Robin", "'ONLINE'", "false", null))).hasStatusOk();

        assertThat(commands())
                .hasSize(2)
                .allMatch(it -> it.path("clerk").asString().equals(id))
                .extracting(it -> it.path("action").asString() + " "
                        + it.path("channelDatabase").asString())
                .containsExactly("REVOKE_CLERK harbor", "REVOKE_CLERK online");
        assertThat(published("HARBOR").path("clerks")).hasSize(1);
        work.hold("1070", false);
    }

    @Test
    void aNewPinRevokesTheOldOneAndIsNotRevokedItself() {
        put(id, null, clerk("Robin", "'HARBOR'", "true", "4711"));
        String before = work.texts("select pin_hash from clerk").get(0);

        assertThat(put(id, tag(), clerk("Robin", "'HARBOR'", "true", "123456"))).hasStatusOk();

        JsonNode sent = published("HARBOR").path("clerks").path(0);
        assertThat(sent.path("pinHash").asString()).isNotEqualTo(before);
        // Refused is what was set before: not what was set at that time.
        assertThat(commands())
                .hasSize(2)
                .extracting(it -> it.path("at").asString())
                .containsOnly(sent.path("pinSetAt").asString());
    }

    @Test
    void aReactivatedClerkIsPublishedWithALaterTime() {
        put(id, null, clerk("Robin", "'HARBOR'", "true", "4711"));
        put(id, tag(), clerk("Robin", "'HARBOR'", "false", null));
        // A list without clerks, not a missing one, which channels would ignore.
        assertThat(published("HARBOR").path("clerks").isArray()).isTrue();
        assertThat(published("HARBOR").path("clerks")).isEmpty();
        put(id, tag(), clerk("Robin", "'HARBOR'", "true", null));

        List<Instant> revoked = commands().stream()
                .filter(command -> command.path("channelDatabase").asString().equals("harbor"))
                .map(command -> Instant.parse(command.path("at").asString()))
                .toList();
        String since =
                published("HARBOR").path("clerks").path(0).path("pinSetAt").asString();
        assertThat(revoked).hasSize(2).endsWith(Instant.parse(since));
        assertThat(revoked.get(1)).isAfter(revoked.get(0));
    }

    @Test
    void aStoreWhereTheClerkNoLongerWorksIsToldToo() {
        put(id, null, clerk("Robin", "'HARBOR', 'ONLINE'", "true", "4711"));

        put(id, tag(), clerk("Robin", "'HARBOR'", "true", null));

        assertThat(published("ONLINE").path("clerks")).isEmpty();
        assertThat(published("HARBOR").path("clerks")).hasSize(1);
        assertThat(commands()).isEmpty();
    }
}
