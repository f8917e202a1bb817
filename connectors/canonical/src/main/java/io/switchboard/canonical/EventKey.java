package io.switchboard.canonical;

/**
 * What the Idempotent Receiver claims: the same for every delivery of one happening, different for any two happenings of a
 * connection.
 *
 * @param kind the event's CloudEvents type without prefix and version, such as {@code message.received}
 * @param subject the native id of what the event is about
 * @param discriminator tells revisions apart: a status, an edit number, a resource version; empty where there is only one
 */
public record EventKey(String kind, String subject, String discriminator) {

    private static final char UNIT_SEPARATOR = '\u001f';

    public EventKey {
        if (kind.isBlank() || subject.isBlank()) {
            throw new IllegalArgumentException("event key needs a kind and a subject");
        }
    }

    public static EventKey of(String kind, String subject) {
        return new EventKey(kind, subject, "");
    }

    public String asString() {
        return kind + UNIT_SEPARATOR + subject + UNIT_SEPARATOR + discriminator;
    }

    @Override
    public String toString() {
        return "EventKey[" + kind + "]";
    }
}
