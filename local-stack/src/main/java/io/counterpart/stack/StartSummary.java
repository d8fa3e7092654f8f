package io.counterpart.stack;

import java.io.PrintStream;

import io.counterpart.stack.client.DemoTokens;

/** Prints what a user needs once everything runs: addresses, tokens, and what to try. */
final class StartSummary {

    private final LocalStack stack;
    private final StackAddresses at;

    StartSummary(LocalStack stack) {
        this.stack = stack;
        this.at = stack.addresses();
    }

    void print(PrintStream out) {
        out.println();
        out.println("Counterpart is running.");
        line(out, "HQ", at.hq().toString());
        line(out, "", "sign in with admin / admin, operator / operator or viewer / viewer");
        line(out, "", "API: %s/docs   actuator: %s/actuator".formatted(at.hq(), at.management("hq")));
        stack.channelDatabases().forEach(database -> printChannel(out, database));
        line(out, "PostgreSQL", "%s  (user postgres, no password)".formatted(at.database("hq")));
        stack.channelDatabases().forEach(database -> line(out, "", at.database(StackPrograms.databaseOf(database))));
        line(out, "Kafka", at.kafka());
        line(out, "Till", "%s/pos/#token=%s".formatted(at.channel("harbor"), DemoTokens.POS_HARBOR));
        line(out, "Storefront", "%s/signup   mails: %s/outbox".formatted(at.channel("online"), at.identityProvider()));
        line(out, "Processes", "%s/processes".formatted(at.control()));
        line(out, "Data, logs", stack.data().toString());
        out.println();
        printTokens(out);
        out.println();
        printTrials(out);
        out.println();
        out.println("Press Ctrl-C to stop. Data is kept for the next start (--fresh=true deletes it).");
    }

    private void printChannel(PrintStream out, String database) {
        line(out, "Channel " + database, at.channel(database).toString());
        line(out, "", "API: %s/docs   actuator: %s/actuator".formatted(at.channel(database), at.management(database)));
    }

    private static void printTokens(PrintStream out) {
        line(out, "Demo access tokens", "%s  POS terminal in HARBOR".formatted(DemoTokens.POS_HARBOR));
        line(out, "", "%s  POS terminal in STATION".formatted(DemoTokens.POS_STATION));
        line(out, "", "%s  storefront ONLINE".formatted(DemoTokens.STOREFRONT_ONLINE));
        line(out, "", "%s  storefront ONLINE, signs customers in only".formatted(DemoTokens.SHOP_ONLINE));
        line(out, "", "%s  HQ's API".formatted(DemoTokens.HQ_ADMIN));
        line(out, "Demo clerks", "Robin Reyes, PIN %s, in HARBOR".formatted(DemoTokens.PIN_OF_ROBIN));
        line(out, "", "Kim Ito, PIN %s, in HARBOR and STATION".formatted(DemoTokens.PIN_OF_KIM));
    }

    private void printTrials(PrintStream out) {
        String customers = at.channel("harbor") + "/api/v1/customers";
        String bearer = "-H 'Authorization: Bearer %s'".formatted(DemoTokens.POS_HARBOR);
        String json = "-H 'Content-Type: application/json'";
        out.println("Try:");
        out.println("  curl -s %s %s -d '{\"type\":\"PERSON\",\"firstName\":\"Ann\",\"lastName\":\"Lee\"}' %s"
                .formatted(bearer, json, customers));
        out.println("  curl -s %s %s -d '{\"query\":\"ann lee\"}' %s/search".formatted(bearer, json, customers));
        out.println(("  curl -s -X POST %s/processes/hq/kill   # then create another customer; restart HQ with "
                        + "…/start")
                .formatted(at.control()));
    }

    private static void line(PrintStream out, String what, String where) {
        out.println("  %-16s %s".formatted(what, where));
    }
}
