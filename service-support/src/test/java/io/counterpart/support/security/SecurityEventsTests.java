package io.counterpart.support.security;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class SecurityEventsTests {

    @Test
    void aValueCannotForgeAFieldOrALine() {
        assertThat(SecurityEvents.line("sign-in", "outcome", "failure", "user", "a\nb c=\"d\"", "address", null))
                .isEqualTo("event=sign-in outcome=failure user=\"a?b c='d'\"");
        assertThat(SecurityEvents.line("x", "user", "u".repeat(5000))).hasSizeLessThan(200);
    }

    @Test
    void writesOneLineForEachAddressAndStatus(CapturedOutput output) throws Exception {
        var refusals = new RefusalCounter();
        for (int i = 0; i < 50; i++) {
            answer(refusals, "10.0.0.1", 401);
        }
        answer(refusals, "10.0.0.2", 403);
        answer(refusals, "10.0.0.3", 200);
        assertThat(output).doesNotContain("requests-refused");

        refusals.write();
        refusals.write();

        assertThat(output.getOut().lines().filter(it -> it.contains("requests-refused")))
                .hasSize(2)
                .anyMatch(it -> it.endsWith("event=requests-refused status=401 address=10.0.0.1 count=50"))
                .anyMatch(it -> it.endsWith("event=requests-refused status=403 address=10.0.0.2 count=1"));
    }

    @Test
    void isBoundedDuringAnAttack(CapturedOutput output) throws Exception {
        var refusals = new RefusalCounter();
        for (int i = 0; i < RefusalCounter.MOST_ADDRESSES + 500; i++) {
            answer(refusals, "10.0." + i / 250 + "." + i % 250, 401);
        }

        refusals.destroy();

        assertThat(output.getOut().lines().filter(it -> it.contains("requests-refused")))
                .hasSize(RefusalCounter.MOST_ADDRESSES + 1)
                .anyMatch(it -> it.endsWith("address=others count=500"));
    }

    private static void answer(RefusalCounter refusals, String address, int status) throws Exception {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        var response = new MockHttpServletResponse();
        response.setStatus(status);
        new RefusalFilter(refusals).doFilter(request, response, new MockFilterChain());
    }
}
