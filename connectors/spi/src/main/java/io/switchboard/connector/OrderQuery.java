package io.switchboard.connector;

/** What to look an order up by. */
public sealed interface OrderQuery {

    /** @param address lower-cased e-mail address of the customer */
    record ByEmail(String address) implements OrderQuery {
        @Override
        public String toString() {
            return "ByEmail[***]";
        }
    }

    /** @param name what the customer sees, such as {@code #1001} */
    record ByName(String name) implements OrderQuery {}
}
