package io.counterpart.hq.requests;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import io.counterpart.hq.browser.HqBrowserContext;
import io.counterpart.hq.testing.TestDriver;
import io.counterpart.testsupport.requests.RawHttpClient;
import io.counterpart.testsupport.requests.RawRequest;
import io.counterpart.testsupport.requests.RawResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests to the pages that no browser sends by intention, each on a real server: always a page of HQ. */
@HqBrowserContext
class StrangePageRequestIT {

    @LocalServerPort
    private int port;

    @Autowired
    private TestDriver work;

    @BeforeEach
    void clear() {
        work.clear();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/synchronization?q=%ED%A0%80",
                "/synchronization?q=a%00b",
                "/synchronization?from=%2B999999999-12-31",
                "/synchronization?to=%2B999999999-12-31",
                "/synchronization?from=yesterday",
                "/synchronization?%zz",
                "/synchronization/a%2Fb",
                "/synchronization/a%5Cb",
                "/synchronization/a%00b",
                "/synchronization/%c3%28",
                "/synchronization/a;b=c",
                "/sessions?before=%2B1000000000-12-31T23:59:59.999999999Z",
                "/sessions?channelDatabase=%00",
                "/administration/changes?to=%2B999999999-12-31",
                "/administration/changes?text=%00",
                "/customers/a%00b",
                "/search?search=%00",
                "/jobs/a%00b",
            })
    void ofAPageAreHqsPage(String target) {
        var session = new PageSession(new RawHttpClient(port));
        RawRequest request = RawRequest.get(target, "Cookie: " + session.cookie(), "Accept: text/html");

        RawResponse response = new RawHttpClient(port).send(request);

        assertThat(response.status()).isBetween(400, 499);
        assertThat(new PageRule().violation(request, response)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/administration/users | username=robot&password=seven+quiet+lighthouses&role=ROBOT",
                "/administration/tokens | device=robot&role=ROBOT",
                "/administration/tokens | device=robot&role=HQ_API&expiresAt=tomorrow",
                "/administration/tokens | device=robot&role=HQ_API&expiresAt=%2B999999999-12-31",
                "/administration/clerks | id=robot&name=robot&channels=HARBOR&pin=4711",
                "/administration/clerks | id=0198f3a0-0000-7000-8000-00000000c1e4&name=robot&channels=NOWHERE&pin=4711",
                "/administration/clerks | id=0198f3a0-0000-7000-8000-00000000c1e4&name=robot&channels=HARBOR&version=one",
                "/administration/clerks | id=robot&name=robot&channels=HARBOR&version=1",
                "/administration/clerks/0198f3a0-0000-7000-8000-00000000c1e4/pin | pin=robot",
                "/administration/channels | channel=ROBOT&type=ROBOT",
                "/administration/channels | channel=ROBOT&version=one",
                "/administration/attributes | name=robot&type=ROBOT",
                "/administration/affiliations | name=robot&description=robot&version=one",
                "/administration/affiliations | name=a%00b&description=robot",
                "/administration/affiliations | name=%zz&description=robot",
                "/administration/affiliations | name=%c3%28%ed%a0%80&description=",
                "/customers | query=a%00b",
                "/search | query=a%00b",
                "/search | other=a",
                "/search/suggestions | query=a%00b",
            })
    void ofAFormAreHqsPageOrAMessageOnIt(String action, String fields) {
        var session = new PageSession(new RawHttpClient(port));
        var request = new RawRequest(
                "POST",
                action,
                List.of("Cookie: " + session.cookie(), "Content-Type: application/x-www-form-urlencoded"),
                fields + "&_csrf=" + session.token());

        RawResponse response = new RawHttpClient(port).send(request);

        assertThat(response.status()).isBetween(300, 499);
        assertThat(new PageRule().violation(request, response)).isNull();
        assertThat(work.number("select count(*) from device_token where device = 'robot'"))
                .isZero();
    }
}
