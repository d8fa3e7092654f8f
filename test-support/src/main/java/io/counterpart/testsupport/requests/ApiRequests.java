package io.counterpart.testsupport.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import tools.jackson.databind.JsonNode;

import io.counterpart.testsupport.requests.ApiOperation.Parameter;

/** Generates requests for the operations of an OpenAPI document: valid ones, with one fault, and hostile ones. */
public final class ApiRequests implements RequestSource {

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "PUT", "POST", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO");
    private static final List<String> TYPES = List.of(
            "*/*",
            "text/plain",
            "application/xml",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded",
            "application/json; charset=utf-16",
            "application/json; charset=nope",
            "application/json;",
            "json",
            "/",
            "application/problem+json",
            "application/octet-stream",
            "text/html");
    private static final List<String> ACCEPTED = List.of(
            "application/json",
            "*/*",
            "text/html",
            "application/xml",
            "text/event-stream",
            "image/png",
            "nonsense",
            "a/b;q=x",
            "");
    private static final List<String> VERSIONS = List.of(
            "*",
            "\"1\"",
            "W/\"1\"",
            "1",
            "\"\"",
            "\"",
            "\"1\", \"2\"",
            "\"99999999999999999999\"",
            "\"-1\"",
            "\"a\"",
            "");
    private static final List<String> HEADER_VALUES = List.of(
            "",
            "x",
            "\"",
            "%00",
            "\u00e9\u00ff",
            "x".repeat(300),
            "x".repeat(3_000),
            "a,b,c",
            "wait=0",
            "wait=x",
            "wait=-1");

    private final List<ApiOperation> operations;
    private final SchemaValues values;
    private final KnownValues known;
    private final UnaryOperator<String> authorization;

    /**
     * Creates the generator.
     *
     * @param include the paths that requests are made for
     * @param authorization the value of the header by path
     */
    public ApiRequests(
            OpenApiDocument document,
            Predicate<String> include,
            KnownValues known,
            UnaryOperator<String> authorization) {
        this.operations = document.operations().stream()
                .filter(operation -> include.test(operation.path()))
                .toList();
        this.values = new SchemaValues(document, known);
        this.known = known;
        this.authorization = authorization;
    }

    @Override
    public RawRequest next(Random random) {
        ApiOperation operation = HostileValues.one(operations, random);
        // What is broken: nothing, the body, or something around it.
        int broken = random.nextInt(10);
        boolean aroundTheBody = broken >= 7;
        var headers = new ArrayList<String>();
        headers.add("Authorization: " + authorization.apply(operation.path()));
        String body = body(operation, broken, random, headers);
        addHeaders(operation, aroundTheBody, random, headers);
        String method =
                aroundTheBody && random.nextInt(8) == 0 ? HostileValues.one(METHODS, random) : operation.method();
        String target = path(operation, aroundTheBody, random) + query(operation, aroundTheBody, random);
        return new RawRequest(method, target, headers, body);
    }

    private String body(ApiOperation operation, int broken, Random random, List<String> headers) {
        if (operation.bodies().isEmpty()) {
            return "";
        }
        List<Map.Entry<String, JsonNode>> bodies =
                List.copyOf(operation.bodies().entrySet());
        var chosen = HostileValues.one(bodies, random);
        headers.add("Content-Type: "
                + (broken == 9 && random.nextBoolean() ? HostileValues.one(TYPES, random) : chosen.getKey()));
        if (broken == 6) {
            return HostileValues.body(random);
        }
        JsonNode valid = values.value(chosen.getValue(), "", random);
        String text = broken >= 2 && broken < 6 ? JsonMutation.broken(valid, random) : valid.toString();
        return RawRequest.utf8(text);
    }

    private void addHeaders(ApiOperation operation, boolean hostile, Random random, List<String> headers) {
        for (Parameter header : operation.in("header")) {
            if (header.name().equals("If-Match")) {
                headers.add("If-Match: "
                        + (hostile ? HostileValues.one(VERSIONS, random) : random.nextBoolean() ? "*" : "\"1\""));
            } else if (hostile && random.nextBoolean()) {
                headers.add(header.name() + ": " + HostileValues.one(HEADER_VALUES, random));
            }
        }
        if (hostile && random.nextInt(3) == 0) {
            headers.add("Accept: " + HostileValues.one(ACCEPTED, random));
        }
        if (hostile && random.nextInt(60) == 0) {
            headers.add("X-Long: " + "x".repeat(9_000));
        }
        if (hostile && random.nextInt(20) == 0) {
            headers.add("traceparent: " + HostileValues.one(HEADER_VALUES, random));
        }
    }

    private String path(ApiOperation operation, boolean hostile, Random random) {
        String path = operation.path();
        for (Parameter parameter : operation.in("path")) {
            String value = hostile && random.nextBoolean()
                    ? PercentEncoding.hostile(random)
                    : PercentEncoding.encoded(idOf(path, parameter, random));
            path = path.replace("{" + parameter.name() + "}", value);
        }
        return hostile && random.nextInt(12) == 0 ? path + "/" + PercentEncoding.hostile(random) : path;
    }

    // /affiliations/{name} is the name of an affiliation.
    private String idOf(String path, Parameter parameter, Random random) {
        String collection = path.substring(0, path.indexOf("/{" + parameter.name()));
        String of = collection.substring(collection.lastIndexOf('/') + 1) + "." + parameter.name();
        return known.one(of, random).orElseGet(() -> values.text(parameter.schema(), parameter.name(), random));
    }

    private String query(ApiOperation operation, boolean hostile, Random random) {
        var pairs = new ArrayList<String>();
        for (Parameter parameter : operation.in("query")) {
            if (parameter.required() || random.nextInt(3) == 0) {
                String valid = values.value(parameter.schema(), parameter.name(), random)
                        .asString("");
                pairs.add(parameter.name() + "="
                        + (hostile ? PercentEncoding.hostile(random) : PercentEncoding.encoded(valid)));
            }
        }
        if (hostile && !pairs.isEmpty() && random.nextInt(4) == 0) {
            pairs.add(pairs.get(0));
        }
        if (hostile && random.nextInt(6) == 0) {
            pairs.add(PercentEncoding.hostile(random)
                    + (random.nextBoolean() ? "=" + PercentEncoding.hostile(random) : ""));
        }
        if (hostile && random.nextInt(60) == 0) {
            pairs.add("a=" + "x".repeat(9_000));
        }
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    @Override
    public void seen(RawRequest request, RawResponse response) {
        if (response.status() >= 200
                && response.status() < 300
                && response.header("Content-Type").startsWith("application/json")) {
            known.learn(tools.jackson.databind.json.JsonMapper.shared().readTree(response.body()));
        }
    }
}
