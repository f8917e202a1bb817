package io.switchboard.sandbox.platforms.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.sandbox.platforms.demo.DemoCustomer;
import io.switchboard.sandbox.platforms.wire.Json;
import java.util.Optional;

/**
 * Somebody with WhatsApp, as a business may see them. Since usernames a business may see no phone number.
 *
 * @param phone wa_id: digits
 * @param userId business-scoped user id, {@code US.13491208655302741918}
 * @param username with the at sign
 */
public record WhatsAppPerson(String name, Optional<String> phone, Optional<String> userId, Optional<String> username) {

    public WhatsAppPerson {
        if (phone.isEmpty() && userId.isEmpty()) {
            throw new IllegalArgumentException("a person needs a phone number or a user id, found neither");
        }
    }

    public static WhatsAppPerson of(DemoCustomer customer) {
        return withPhone(customer.fullName(), customer.phone());
    }

    public static WhatsAppPerson withPhone(String name, String phone) {
        return new WhatsAppPerson(name, Optional.of(phone), Optional.empty(), Optional.empty());
    }

    /** Somebody whose number the business does not get to see. */
    public static WhatsAppPerson withUsername(String name, String username, String userId) {
        return new WhatsAppPerson(name, Optional.empty(), Optional.of(userId), Optional.of(username));
    }

    /** The element of {@code contacts[]}. */
    ObjectNode contact() {
        var contact = Json.object();
        var profile = contact.putObject("profile").put("name", name);
        username.ifPresent(handle -> profile.put("username", handle));
        phone.ifPresent(digits -> contact.put("wa_id", digits));
        userId.ifPresent(id -> contact.put("user_id", id));
        return contact;
    }

    @Override
    public String toString() {
        return "WhatsAppPerson[***]";
    }
}
