package io.switchboard.sandbox.platforms.shopify;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Shopify's search syntax as far as look-ups need it: {@code field:value} terms, all of which must hold, values with or
 * without quotes, a word without a field matching any. Source: shopify.dev, Shopify API search syntax.
 */
final class ShopSearch {

    private static final Pattern TERM = Pattern.compile("(?:([a-z_]+):)?(?:\"([^\"]*)\"|'([^']*)'|(\\S+))");
    private static final Set<String> FIELDS = Set.of("email", "phone", "name", "id", "customer_id");

    private final String query;

    ShopSearch(String query) {
        this.query = query;
    }

    boolean finds(ShopOrder order) {
        return allTerms((field, value) -> switch (field) {
            case "name" -> value.equals(order.name()) || value.equals(Integer.toString(order.number()));
            case "id" -> value.equals(Long.toString(order.id()));
            case "customer_id" -> value.equals(Long.toString(order.customer().id()));
            case "" -> value.equals(order.name()) || matches(order.customer(), "email", value);
            default -> matches(order.customer(), field, value);
        });
    }

    boolean finds(ShopCustomer customer) {
        return allTerms((field, value) ->
                field.equals("id") ? value.equals(Long.toString(customer.id())) : matches(customer, field, value));
    }

    private boolean allTerms(Term term) {
        var matcher = TERM.matcher(query);
        while (matcher.find()) {
            var field = matcher.group(1) == null ? "" : matcher.group(1);
            if (!field.isEmpty() && !FIELDS.contains(field)) {
                throw new GraphQlException("notSimulated", "the search field " + field + " is not simulated");
            }
            if (!term.holds(field, value(matcher))) {
                return false;
            }
        }
        return true;
    }

    /** Without its quotes. */
    private static String value(MatchResult term) {
        return Stream.of(2, 3, 4)
                .map(term::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static boolean matches(ShopCustomer customer, String field, String value) {
        var person = customer.person();
        var wanted = value.toLowerCase(Locale.ROOT);
        return switch (field) {
            case "email" -> person.mailAddress().equals(wanted);
            case "phone" -> person.phone().equals(wanted.replace("+", ""));
            case "" ->
                person.mailAddress().equals(wanted)
                        || person.fullName().toLowerCase(Locale.ROOT).contains(wanted);
            default -> false;
        };
    }

    private interface Term {

        boolean holds(String field, String value);
    }
}
