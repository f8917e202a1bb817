package io.switchboard.canonical;

/**
 * Why a platform did not do what was asked, in its own numbering and without personal data.
 *
 * @param code the platform's code, such as {@code 131047} or {@code 5.1.1}
 * @param explanation what an agent should read
 */
public record Failure(String code, String explanation) {}
