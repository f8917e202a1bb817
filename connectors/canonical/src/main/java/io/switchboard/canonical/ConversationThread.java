package io.switchboard.canonical;

/** The conversation an event belongs to. */
public record ConversationThread(
        ThreadId threadId, ConnectionId connectionId, String connector, Channel channel, Surface surface) {}
