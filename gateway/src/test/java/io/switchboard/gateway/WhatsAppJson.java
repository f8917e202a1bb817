package io.switchboard.gateway;

import java.util.List;

/** WhatsApp deliveries as small as the platform's documentation allows. */
public final class WhatsAppJson {

    private WhatsAppJson() {}

    public static String text(String wamid, String from, long seconds, String body) {
        return """
                {"from":"%s","id":"%s","timestamp":"%d","type":"text","text":{"body":"%s"}}""".formatted(from, wamid, seconds, body);
    }

    public static String status(String wamid, String to, long seconds, String status) {
        return """
                {"id":"%s","status":"%s","timestamp":"%d","recipient_id":"%s"}""".formatted(wamid, status, seconds, to);
    }

    public static String change(String number, List<String> messages, List<String> statuses) {
        return """
                {"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550100","phone_number_id":"%s"},\
                "messages":[%s],"statuses":[%s]}}""".formatted(number, String.join(",", messages), String.join(",", statuses));
    }

    public static String entry(String account, List<String> changes) {
        return """
                {"id":"%s","changes":[%s]}""".formatted(account, String.join(",", changes));
    }

    public static String delivery(List<String> entries) {
        return """
                {"object":"whatsapp_business_account","entry":[%s]}""".formatted(String.join(",", entries));
    }

    /** One delivery of messages to one number. */
    public static String messages(String number, String... messages) {
        return delivery(List.of(entry("waba", List.of(change(number, List.of(messages), List.of())))));
    }

    /** One delivery of statuses of one number. */
    public static String statuses(String number, String... statuses) {
        return delivery(List.of(entry("waba", List.of(change(number, List.of(), List.of(statuses))))));
    }
}
