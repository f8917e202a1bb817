package io.switchboard.connector;

/** Something a connector does. Grows only with a second user. */
public sealed interface ConnectorRole
        permits WebhookReceiver, MailboxReceiver, MessageSender, MediaFetcher, OrderLookup {}
