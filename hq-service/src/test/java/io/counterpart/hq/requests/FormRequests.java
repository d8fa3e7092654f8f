package io.counterpart.hq.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.counterpart.testsupport.requests.HostileValues;
import io.counterpart.testsupport.requests.PercentEncoding;
import io.counterpart.testsupport.requests.RawRequest;
import io.counterpart.testsupport.requests.RawResponse;
import io.counterpart.testsupport.requests.RequestSource;

/** Sends the forms and links of the pages: as a browser would, with one broken field, and with hostile values. */
final class FormRequests implements RequestSource {

    private static final List<String> TEXTS =
            List.of("Ann", "ann@example.com", "+1 555 0100", "seven quiet lighthouses", "2026-11-01", "5");
    private static final List<String> TYPES = List.of(
            "application/json",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "text/plain",
            "application/x-www-form-urlencoded; charset=utf-16",
            "*/*");

    private final List<PageForm> forms;
    private final PageSession session;

    FormRequests(List<PageForm> forms, PageSession session) {
        this.forms = forms;
        this.session = session;
    }

    @Override
    public RawRequest next(Random random) {
        PageForm form = HostileValues.one(forms, random);
        int broken = random.nextInt(10);
        String values = values(form, broken, random);
        String action = broken == 9 && random.nextBoolean() ? withHostilePart(form.action(), random) : form.action();
        var headers = new ArrayList<String>();
        headers.add("Cookie: " + session.cookie());
        if (broken < 9 || random.nextBoolean()) {
            headers.add("Accept: text/html");
        }
        if (random.nextInt(12) == 0) {
            headers.add("HX-Request: true");
        }
        if (form.method().equals("GET")) {
            return new RawRequest("GET", values.isEmpty() ? action : action + "?" + values, headers, "");
        }
        headers.add("Content-Type: "
                + (broken == 9 && random.nextInt(4) == 0
                        ? HostileValues.one(TYPES, random)
                        : "application/x-www-form-urlencoded"));
        String token = random.nextInt(80) == 0 ? "" : PercentEncoding.encoded(session.token());
        String body = "_csrf=" + token + (values.isEmpty() ? "" : "&" + values);
        return new RawRequest(form.method(), action, headers, body);
    }

    private static String values(PageForm form, int broken, Random random) {
        var pairs = new ArrayList<String>();
        List<String> names = List.copyOf(form.fields().keySet());
        String victim = names.isEmpty() ? "" : HostileValues.one(names, random);
        for (Map.Entry<String, List<String>> field : form.fields().entrySet()) {
            boolean hostile = broken >= 8 || (broken >= 3 && field.getKey().equals(victim));
            if (hostile && random.nextInt(8) == 0) {
                continue;
            }
            pairs.add(PercentEncoding.encoded(field.getKey()) + "=" + value(field.getValue(), hostile, random));
            if (hostile && random.nextInt(8) == 0) {
                pairs.add(PercentEncoding.encoded(field.getKey()) + "=" + value(field.getValue(), true, random));
            }
        }
        if (broken == 9 && random.nextInt(3) == 0) {
            pairs.add(PercentEncoding.hostile(random) + "=" + PercentEncoding.hostile(random));
        }
        return String.join("&", pairs);
    }

    private static String value(List<String> given, boolean hostile, Random random) {
        if (hostile) {
            return random.nextInt(4) == 0
                    ? PercentEncoding.hostile(random)
                    : PercentEncoding.encoded(shortened(HostileValues.text(random)));
        }
        String value = given.isEmpty() ? "" : HostileValues.one(given, random);
        return PercentEncoding.encoded(
                value.isEmpty() && random.nextBoolean() ? HostileValues.one(TEXTS, random) : value);
    }

    // Of several long values the first would be the only one that is read.
    private static String shortened(String text) {
        return text.length() > 2_047 ? text.substring(0, 300) : text;
    }

    private static String withHostilePart(String action, Random random) {
        String[] parts = action.split("/", -1);
        parts[parts.length > 2 ? 2 + random.nextInt(parts.length - 2) : parts.length - 1] =
                PercentEncoding.hostile(random);
        return String.join("/", parts);
    }

    @Override
    public void seen(RawRequest request, RawResponse response) {
        if (response.header("Location").contains("/sign-in")) {
            session.signIn();
        }
    }
}
