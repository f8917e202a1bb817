package io.switchboard.canonical;

/** What a person or a platform asks for. */
public enum PrivacyRequestKind {
    DATA_REQUEST,
    REDACT_CUSTOMER,
    REDACT_SHOP
}
