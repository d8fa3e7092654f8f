package io.counterpart.hq.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import io.counterpart.hq.testing.HqManualContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Every page says that scripts and styles come from files of HQ only. */
@HqManualContext
class PagePolicyTests {

    private static final List<String> FURTHER =
            List.of("/sign-in", "/sign-in?error", "/nothing-here", "/jobs/nothing", "/swagger-ui/index.html");

    @Autowired
    MockMvcTester http;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers;

    @Test
    @WithMockUser(username = "ada", roles = "ADMIN")
    void forbidsInlineScriptsAndStylesOnEveryPage() {
        List<String> pages = Stream.concat(pages(), FURTHER.stream()).toList();

        assertThat(pages).hasSizeGreaterThan(20).allSatisfy(page -> {
            MvcTestResult answer = http.get().uri(page).accept("text/html").exchange();
            assertThat(answer.getResponse().getHeader("Content-Security-Policy"))
                    .as(page)
                    .isNotNull()
                    .contains("default-src 'none'", "script-src 'self'; style-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe", "*");
        });
    }

    @Test
    void theSignInPageHasADescriptionAndCrawlersAreAnswered() {
        assertThat(http.get().uri("/sign-in").accept("text/html"))
                .bodyText()
                .contains("<meta name=\"description\" content=\"Headquarters: ");
        assertThat(http.get().uri("/robots.txt")).hasStatusOk().bodyText().startsWith("User-agent: *");
    }

    private Stream<String> pages() {
        return handlers.getHandlerMethods().keySet().stream()
                .filter(info -> reads(info.getMethodsCondition().getMethods()))
                .map(RequestMappingInfo::getPatternValues)
                .flatMap(Set::stream)
                .filter(path -> !path.contains("{") && !path.matches("/(api|realtime|v3|error|actuator).*"));
    }

    private static boolean reads(Set<RequestMethod> methods) {
        return methods.contains(RequestMethod.GET);
    }
}
