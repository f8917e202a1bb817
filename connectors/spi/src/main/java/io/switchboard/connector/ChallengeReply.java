package io.switchboard.connector;

/** The answer to a handshake. */
public record ChallengeReply(int status, String contentType, String body) {}
