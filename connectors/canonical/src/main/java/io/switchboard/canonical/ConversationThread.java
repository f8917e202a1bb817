package io.switchboard.canonical;

/**
 * The conversation an event belongs to.
 *
 * @param connector the connector's name, such as {@code whatsapp}
 */
public record ConversationThread(
        ThreadId threadId, ConnectionId connectionId, String connector, Channel channel, Surface surface) {}
