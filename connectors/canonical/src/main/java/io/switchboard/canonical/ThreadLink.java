package io.switchboard.canonical;

/**
 * A reason to believe that a message belongs to a conversation that exists. Unlike a related key it proves little alone: anybody
 * can quote a Message-ID. How far it carries depends on who wrote.
 */
public record ThreadLink(Kind kind, ThreadKey key) {

    /** What kind of reason it is. Open: consumers accept values they do not know. */
    public enum Kind {
        /** A token signed by us, see {@code OutboundMessage.threadToken}. */
        TOKEN,
        /** The message names another one of the conversation: In-Reply-To, References. */
        REFERENCE,
        /** A mail system returns a message of ours. */
        RETURNED,
        /** The writer's mail program calls it the same conversation. */
        CONVERSATION,
        /** The same writer wrote about the same. Never enough alone. */
        SAME_TOPIC
    }
}
