package io.switchboard.sandbox.desk.core;

import io.switchboard.sandbox.desk.contract.Message;
import java.util.Optional;

/**
 * What a message is called, by whoever speaks of it.
 *
 * @param messageId by the gateway
 * @param nativeId by the platform
 * @param commandId the command that asked for it, for replies from a desk; several messages may have one command
 */
public record MessageNames(Optional<String> messageId, Optional<String> nativeId, Optional<String> commandId) {

    static MessageNames of(Message message) {
        return new MessageNames(message.messageId(), message.nativeId(), Optional.empty());
    }

    static MessageNames ofCommand(String commandId) {
        return new MessageNames(Optional.empty(), Optional.empty(), Optional.of(commandId));
    }

    MessageNames askedBy(String command) {
        return new MessageNames(messageId, nativeId, Optional.of(command));
    }

    boolean isAnonymous() {
        return messageId.isEmpty() && nativeId.isEmpty() && commandId.isEmpty();
    }

    /** Whether both are names of one message. */
    boolean meet(MessageNames other) {
        return same(messageId, other.messageId) || same(nativeId, other.nativeId) || isCommandOf(other);
    }

    MessageNames with(MessageNames other) {
        return new MessageNames(
                messageId.or(other::messageId), nativeId.or(other::nativeId), commandId.or(other::commandId));
    }

    /** One command may become several messages, so it names one only while no message of it is known. */
    private boolean isCommandOf(MessageNames other) {
        return same(commandId, other.commandId) && (messageId.isEmpty() || other.messageId.isEmpty());
    }

    private static boolean same(Optional<String> one, Optional<String> other) {
        return one.isPresent() && one.equals(other);
    }
}
