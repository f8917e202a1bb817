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

    public EventKey {
        if (kind.isBlank() || subject.isBlank()) {
            throw new IllegalArgumentException("event key needs a kind and a subject");
        }
    }

    public static EventKey of(String kind, String subject) {
        return new EventKey(kind, subject, "");
    }

    /** One text for one key: no two keys share it. */
    public String asString() {
        return UnitSeparated.join(kind, subject, discriminator);
    }

    @Override
    public String toString() {
        return "EventKey[" + kind + "]";
    }
}
