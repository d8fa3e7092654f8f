package io.counterpart.hq.operation;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

@HqManualContext
class OperationEditPageTests extends OperationPageSupport {

    @Test
    void keepsARejectedEditAndGivesTheReason() {
        var creation = nameless();

        assertThat(http.post()
                        .uri("/synchronization/" + creation.operationId())
                        .param("/body/content/profile/lastName", "x".repeat(101))
                        .param("version", version(creation))
                        .with(csrf())
                        .with(user("somebody").roles("OPERATOR")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Not saved.", "x".repeat(101), "lastName-fault");
    }

    @Test
    void refusesAnEmailThatAChannelWouldRefuse() {
        var creation = nameless();

        assertThat(http.post()
                        .uri("/synchronization/" + creation.operationId())
                        .param("/body/content/profile/lastName", "Nilsen")
                        .param("/body/content/profile/email", "not an email")
                        .param("version", version(creation))
                        .with(csrf())
                        .with(user("somebody").roles("OPERATOR")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Email must be a valid address.", "email-fault");
    }

    @Test
    void listsEventsChronologically() {
        var creation = nameless();
        post(creation, "/synchronize", "x", "x").flash().containsKey("fault");
        post(creation, "", "/body/content/profile/lastName", "Lindqvist", "version", version(creation))
                .flash()
                .containsKey("done");
        assertThat(work.texts(
                        "select actor || ' ' || subject || ' ' || changes from audit_entry where action = 'mend'"))
                .singleElement()
                .asString()
                .contains("somebody", creation.operationId().toString(), "body.content.profile.lastName", "Lindqvist");
        post(creation, "/synchronize", "x", "x").flash().containsKey("done");

        assertPage(creation)
                .containsSubsequence(
                        "Created in HARBOR",
                        "Uploaded by the P-job",
                        "Staged at HQ",
                        "Attempt 1 failed",
                        "Retried by somebody",
                        "Attempt 2 failed",
                        "Edited by somebody",
                        "Retried by somebody",
                        "Applied: account number C-0000001");
    }

    private CustomerOperation nameless() {
        var profile = OperationFixtures.profile("", "", "a@example.com");
        var creation = OperationFixtures.creation(UUID.randomUUID(), profile, null);
        work.stage(List.of(creation));
        work.synchronize();
        return creation;
    }

    private String version(CustomerOperation operation) {
        return String.valueOf(repair.find(operation.operationId()).version());
    }
}
