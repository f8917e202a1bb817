package io.switchboard.sandbox.platforms.shopify;

/** A query the API refuses, told as an element of {@code errors[]}. */
final class GraphQlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String reason;

    GraphQlException(String code, String message) {
        super(message);
        this.code = code;
        this.reason = message;
    }

    /** {@code extensions.code}. */
    String code() {
        return code;
    }

    String reason() {
        return reason;
    }
}
