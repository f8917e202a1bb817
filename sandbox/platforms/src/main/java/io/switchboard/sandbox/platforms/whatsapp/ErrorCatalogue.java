package io.switchboard.sandbox.platforms.whatsapp;

import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The documented error codes a sender meets, with the HTTP status and the words of the table. Source: WhatsApp Cloud API,
 * Error codes. A code that is not here is answered as 400 with a title of its own: new codes appear without notice.
 */
final class ErrorCatalogue {

    private record Entry(int code, int status, String title, String details) {}

    private static final Map<Integer, Entry> ENTRIES = Stream.of(
                    new Entry(0, 401, "AuthException", "The app user could not be authenticated."),
                    new Entry(2, 503, "API Service", "Temporary due to downtime or due to being overloaded."),
                    new Entry(3, 500, "API Method", "Capability or permissions issue."),
                    new Entry(
                            4,
                            400,
                            "Application request limit reached",
                            "The app has reached its API call rate limit."),
                    new Entry(10, 403, "Permission Denied", "Permission is either not granted or has been removed."),
                    new Entry(190, 401, "Access token has expired", "The access token has expired or is not valid."),
                    new Entry(200, 403, "API Permission", "Permission is either not granted or has been removed."),
                    new Entry(368, 403, "Temporarily blocked for policies violations", "The account is restricted."),
                    new Entry(80007, 400, "Rate limit issues", "The business account has reached its rate limit."),
                    new Entry(130429, 400, "Rate limit hit", "Too many messages were sent from this phone number."),
                    new Entry(130472, 400, "User's number is part of an experiment", "The message was not sent."),
                    new Entry(130497, 403, "Business account is restricted", "This country may not be messaged."),
                    new Entry(131000, 500, "Something went wrong", "The message failed for an unknown reason."),
                    new Entry(131005, 403, "Access denied", "Permission is either not granted or has been removed."),
                    new Entry(131008, 400, "Required parameter is missing", "A required parameter is missing."),
                    new Entry(131009, 400, "Parameter value is not valid", "A parameter value is not valid."),
                    new Entry(131016, 500, "Service unavailable", "A service is temporarily unavailable."),
                    new Entry(131021, 400, "Recipient cannot be sender", "Sender and recipient are the same number."),
                    new Entry(131026, 400, "Message undeliverable", "The message cannot be delivered."),
                    new Entry(131030, 400, "Recipient phone number not in allowed list", "The number is not allowed."),
                    new Entry(131031, 403, "Account has been locked", "The account was locked for a violation."),
                    new Entry(131042, 400, "Business eligibility payment issue", "The payment method is at fault."),
                    new Entry(
                            131047,
                            400,
                            "Re-engagement message",
                            "More than 24 hours since the customer last replied."),
                    new Entry(131048, 400, "Spam rate limit hit", "Earlier messages were blocked or flagged as spam."),
                    new Entry(131049, 400, "Meta chose not to deliver", "Kept back for ecosystem engagement."),
                    new Entry(131050, 400, "User has stopped marketing messages", "The recipient opted out."),
                    new Entry(131051, 400, "Unsupported message type", "The message type is not supported."),
                    new Entry(131052, 400, "Media download error", "The customer's media could not be downloaded."),
                    new Entry(131053, 400, "Media upload error", "The media of the message could not be uploaded."),
                    new Entry(131056, 400, "Pair rate limit hit", "Too many messages between this pair of numbers."),
                    new Entry(131057, 500, "Account in maintenance mode", "The business account is in maintenance."),
                    new Entry(131062, 400, "BSUID not supported", "A user id cannot be used for this message type."),
                    new Entry(132000, 400, "Template param count mismatch", "The parameter counts do not match."),
                    new Entry(132001, 404, "Template does not exist", "No such template in this language."),
                    new Entry(132012, 400, "Template parameter format mismatch", "A parameter is badly formatted."),
                    new Entry(132015, 400, "Template is paused", "The template is paused for low quality."),
                    new Entry(132016, 400, "Template is disabled", "The template is disabled for low quality."))
            .collect(Collectors.toUnmodifiableMap(Entry::code, Function.identity()));

    private ErrorCatalogue() {}

    static GraphError error(int code) {
        var entry = entry(code);
        var message = "(#%d) %s".formatted(code, entry.title());
        return new GraphError(entry.status(), code, OptionalInt.empty(), "OAuthException", message, entry.details());
    }

    static String title(int code) {
        return entry(code).title();
    }

    private static Entry entry(int code) {
        return ENTRIES.getOrDefault(code, new Entry(code, 400, "Error " + code, "No further details."));
    }
}
