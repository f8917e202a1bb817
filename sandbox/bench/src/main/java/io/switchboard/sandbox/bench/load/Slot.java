package io.switchboard.sandbox.bench.load;

/** What differs from delivery to delivery. */
enum Slot {
    // who and whom
    CONNECTION,
    ACCOUNT,
    TENANT,
    BUSINESS,
    BUSINESS_PHONE,
    FIRST,
    LAST,
    PHONE,
    MAILBOX,
    CUSTOMER,

    // what it is
    NATIVE_ID,
    UUID,
    TOPIC,
    ROOT,
    ORDER,
    ORDER_NUMBER,

    // when
    SECONDS,
    INSTANT,
    SHOP_TIME,
    CREATED_AT,
    MAIL_TIME,

    // what it says
    SENTENCE,
    PARAGRAPH,
    QUOTED,
    HTML,
    PRODUCT,
    PAID,
    PRICE_ONE,
    PRICE_TWO,
    SUBTOTAL,
    TAX,
    TOTAL,

    // what makes one body unlike the next
    TOKEN,
    CODE,
    OCTET,

    // of the whole
    CONTENT_TYPE,
    LENGTH
}
