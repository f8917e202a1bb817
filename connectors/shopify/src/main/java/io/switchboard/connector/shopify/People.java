package io.switchboard.connector.shopify;

import io.switchboard.canonical.IdentityKey;
import io.switchboard.canonical.Party;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Customers by all their names: the shop's number for them, their e-mail address, their phone number. */
final class People {

    static final String CUSTOMER = "shopify.customer";

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,255}");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\s().\\-/]");
    /** ITU-T E.164: a country code, fifteen digits at most. */
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9]\\d{7,14}");

    private People() {}

    /**
     * Who bought. A name that the customer's own record lacks, or does not show us, is taken from the purchase; where
     * both have one, only the record's counts, since a purchase may be addressed to somebody else.
     */
    static Optional<Party> buyer(Resource purchase, String shop) {
        var customer = purchase.object("customer");
        var email = customer.flatMap(record -> record.text("email"))
                .or(() -> purchase.text("email"))
                .or(() -> purchase.text("contact_email"));
        var phone = customer.flatMap(record -> record.text("phone")).or(() -> purchase.text("phone"));
        var name = customer.flatMap(People::name)
                .or(() -> purchase.object("billing_address").flatMap(People::name));
        return known(customer.flatMap(record -> record.id("id", "admin_graphql_api_id")), email, phone, name, shop);
    }

    /** A customer's own record. */
    static Optional<Party> customer(Resource record, String shop) {
        return known(record.id("id", "customer_id"), record.text("email"), record.text("phone"), name(record), shop);
    }

    /** Whoever is named by at least one of these. */
    static Optional<Party> known(
            Optional<String> id, Optional<String> email, Optional<String> phone, Optional<String> name, String shop) {
        var mail = email.flatMap(People::email);
        var number = phone.flatMap(People::phone);
        var identities = Stream.of(id.map(value -> customerKey(value, shop)), mail, number)
                .flatMap(Optional::stream)
                .toList();
        if (identities.isEmpty() && name.isEmpty()) {
            return Optional.empty();
        }
        var address = mail.or(() -> number).map(IdentityKey::value);
        return Optional.of(new Party(List.copyOf(identities), address, name, Optional.empty()));
    }

    static IdentityKey customerKey(String id, String shop) {
        return new IdentityKey(CUSTOMER, shop, id);
    }

    static Optional<IdentityKey> email(String address) {
        return Optional.of(address.strip().toLowerCase(Locale.ROOT))
                .filter(text -> ADDRESS.matcher(text).matches())
                .map(text -> IdentityKey.global("email", text));
    }

    /** Only a number with its country code is the same number everywhere. */
    static Optional<IdentityKey> phone(String number) {
        return Optional.of(PUNCTUATION.matcher(number).replaceAll(""))
                .filter(text -> INTERNATIONAL.matcher(text).matches())
                .map(text -> IdentityKey.global("phone", text.substring(1)));
    }

    private static Optional<String> name(Resource person) {
        var parts = Stream.of(person.text("first_name"), person.text("last_name"))
                .flatMap(Optional::stream)
                .map(String::strip)
                .collect(Collectors.joining(" "));
        return parts.isEmpty()
                ? person.text("name")
                        .or(() -> person.object("default_address").flatMap(address -> address.text("name")))
                : Optional.of(parts);
    }
}
