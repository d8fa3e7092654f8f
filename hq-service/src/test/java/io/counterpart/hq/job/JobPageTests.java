package io.counterpart.hq.job;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The last runs of jobs on the pages. */
@HqManualContext
class JobPageTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    TestDriver work;

    @BeforeEach
    void clear() {
        work.clear();
        work.channels();
        work.jdbcUpdate("delete from batch_job_run");
        work.jdbcUpdate("update batch_job set last_run_at = now() - interval '3 days' where job = 'P-0001'");
    }

    @Test
    void theLastRunOfThePJobIsTheLastUploadOfAnyChannelDatabase() throws Exception {
        assertThat(row(page("/jobs"), "P-0001").text()).contains("never").doesNotContain("3 d");

        upload("harbor", "40 minutes", 5, "APPLIED");
        upload("online", "20 minutes", 31, "APPLIED");
        upload("harbor", "7 minutes", 12, "UPLOADED");

        assertThat(row(page("/jobs"), "P-0001").text()).contains("7 min", "80 ms", " 12 ");
        Document job = page("/jobs/P-0001");
        assertThat(job.select(".head").text()).contains("last run 7 min");
        assertThat(row(job, "harbor").text()).contains("7 min", "80 ms", " 12 ", "Uploaded");
        assertThat(row(job, "online").text()).contains("20 min", " 31 ", "Applied");
        assertThat(job.select("#runs")).isEmpty();
    }

    @Test
    void theLastUploadThatFailedIsAnErrorOfThePJob() throws Exception {
        upload("harbor", "7 minutes", 12, "APPLIED");
        upload("online", "1 minute", 9, "UPLOAD_FAILED");

        Element row = row(page("/jobs"), "P-0001");

        assertThat(row.text()).contains("Error", "Kafka did not answer in time", "1 min");
        assertThat(row.select("td.number").text()).isEqualTo("0");
    }

    @Test
    void aCommandToRunThePJobIsNoRun() throws Exception {
        upload("harbor", "7 minutes", 12, "APPLIED");

        assertThat(http.post()
                        .uri("/jobs/P-0001/run")
                        .with(csrf())
                        .with(user("o").roles("OPERATOR")))
                .hasStatus(HttpStatus.FOUND);

        assertThat(row(page("/jobs"), "P-0001").text()).contains("7 min", " 12 ");
        assertThat(work.count("batch_job_run")).isZero();
        assertThat(work.texts("select actor || ' ' || action || ' ' || subject from audit_entry"))
                .containsExactly("o run Batch job P-0001");
    }

    private void upload(String database, String ago, int rows, String status) {
        work.jdbcUpdate("""
                insert into upload_session (id, channel_database, counter_from, counter_to, rows, status, try_count, message,
                  started_at, finished_at)
                values (gen_random_uuid(), '%s', 1, 100, %d, '%s', 1,
                  case when '%3$s' like '%%FAILED' then 'Kafka did not answer in time' end,
                  now() - interval '%4$s', now() - interval '%4$s' + interval '80 milliseconds')
                """.formatted(database, rows, status, ago));
    }

    private static Element row(Document page, String text) {
        return page.select("tbody tr").stream()
                .filter(it -> it.text().contains(text))
                .findFirst()
                .orElseThrow();
    }

    private Document page(String path) throws Exception {
        var result = http.get()
                .uri(path)
                .with(user("o").roles("OPERATOR"))
                .accept("text/html")
                .exchange();
        assertThat(result).hasStatusOk();
        return Jsoup.parse(result.getResponse().getContentAsString());
    }
}
