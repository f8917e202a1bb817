package io.switchboard.sandbox.desk.page;

/**
 * A small word beside a fact.
 *
 * @param tone {@code good}, {@code warn}, {@code bad} or empty
 * @param why the explanation, for the tooltip
 */
record Badge(String text, String tone, String why) {

    static Badge plain(String text, String why) {
        return new Badge(text, "", why);
    }
}
