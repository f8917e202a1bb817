package io.switchboard.connector.whatsapp;

import io.switchboard.canonical.IdentityKey;
import io.switchboard.canonical.Party;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.payload.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A WhatsApp user under all the names one delivery gives. Since user names exist the phone number may be missing; a
 * business-scoped user id (BSUID) names the user towards one business, a parent BSUID towards a group of them.
 *
 * @param numbers phone numbers without plus, the one messages come from first; a WhatsApp id may differ from it
 * @param handle the user name, which the user may change at any time and which identifies nobody
 */
record Person(
        List<String> numbers,
        Optional<String> userId,
        Optional<String> parentUserId,
        Optional<String> displayName,
        Optional<String> handle) {

    private static final String BSUID = "whatsapp.bsuid";
    private static final String PARENT_BSUID = "whatsapp.parent_bsuid";

    Person {
        numbers = List.copyOf(numbers);
    }

    static Person named(Optional<String> number, Optional<String> userId, Optional<String> parentUserId) {
        var numbers = number.map(Person::withoutPlus).stream().toList();
        return new Person(numbers, userId, parentUserId, Optional.empty(), Optional.empty());
    }

    /** The {@code contacts[]} of a change: who its elements speak of, with names. */
    static List<Person> contacts(Payload value, Findings findings) {
        var people = new ArrayList<Person>();
        findings.each(value, "contacts", contact -> people.add(contact(contact)));
        return people;
    }

    private static Person contact(Payload contact) {
        var profile = contact.get("profile");
        return new Person(
                Words.of(contact, "wa_id").map(Person::withoutPlus).stream().toList(),
                Words.of(contact, "user_id"),
                Words.of(contact, "parent_user_id"),
                profile.flatMap(shown -> Words.of(shown, "name")),
                profile.flatMap(shown -> Words.of(shown, "username")));
    }

    /**
     * This person with what the contacts say about it.
     *
     * @param element for the complaint when nobody is named
     */
    Person among(List<Person> contacts, Payload element) {
        if (names().isEmpty()) {
            // An element that names nobody next to a single contact is about that contact.
            if (contacts.size() == 1 && !contacts.getFirst().names().isEmpty()) {
                return contacts.getFirst();
            }
            throw new MalformedDeliveryException(element.path() + " names no user");
        }
        return contacts.stream()
                .filter(this::isSameAs)
                .findFirst()
                .map(this::and)
                .orElse(this);
    }

    private boolean isSameAs(Person contact) {
        return contact.numbers.stream().anyMatch(numbers::contains)
                || (userId.isPresent() && userId.equals(contact.userId));
    }

    private Person and(Person contact) {
        return new Person(
                Stream.concat(numbers.stream(), contact.numbers.stream())
                        .distinct()
                        .toList(),
                userId.or(contact::userId),
                parentUserId.or(contact::parentUserId),
                contact.displayName,
                contact.handle);
    }

    Optional<String> number() {
        return numbers.stream().findFirst();
    }

    /** What a conversation may be filed under, strongest first. */
    List<String> names() {
        return Stream.of(numbers.stream(), userId.stream(), parentUserId.stream())
                .flatMap(name -> name)
                .toList();
    }

    Party party() {
        return new Party(
                identities(), number().filter(Person::isPhone).map(number -> "+" + number), displayName, handle);
    }

    private List<IdentityKey> identities() {
        return Stream.of(
                        numbers.stream().map(Person::numberIdentity),
                        userId.stream().map(id -> IdentityKey.global(BSUID, id)),
                        parentUserId.stream().map(id -> IdentityKey.global(PARENT_BSUID, id)))
                .flatMap(identity -> identity)
                .toList();
    }

    static IdentityKey userIdentity(String userId) {
        return IdentityKey.global(BSUID, userId);
    }

    static IdentityKey parentIdentity(String parentUserId) {
        return IdentityKey.global(PARENT_BSUID, parentUserId);
    }

    /** A phone number, or, if WhatsApp ever puts something else in its place, an id of WhatsApp's own. */
    static IdentityKey numberIdentity(String number) {
        return IdentityKey.global(isPhone(number) ? "phone" : "whatsapp.wa_id", number);
    }

    static String withoutPlus(String number) {
        return number.startsWith("+") && isPhone(number.substring(1)) ? number.substring(1) : number;
    }

    private static boolean isPhone(String number) {
        return number.matches("[0-9]{5,15}");
    }

    @Override
    public String toString() {
        return "Person[***]";
    }
}
