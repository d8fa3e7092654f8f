package io.counterpart.hq.privacy;

/**
 * A table with personal data of a customer.
 *
 * @param rows the condition of its rows with data of the customer, for the preview
 * @param erase the statement that deletes or empties these rows
 */
record PersonalDataTable(String table, String rows, String erase) {

    String count() {
        return "select count(*) from %s where %s".formatted(table, rows);
    }
}
