package io.switchboard.sandbox.platforms.demo;

/**
 * A customer of the demo merchant, the same person on every platform: the phone number writes on WhatsApp, the address
 * writes mail, and both are on the shop's customer record.
 */
public enum DemoCustomer {
    ADA("Ada", "Byron", "ada@customer.example", "15550100001"),
    GRACE("Grace", "Murray", "grace@customer.example", "15550100002"),
    /** A name outside ASCII, for everything that signs or encodes. */
    JUERGEN("Jürgen", "Möller", "juergen@customer.example", "4930555010003");

    private final String firstName;
    private final String lastName;
    private final String mailAddress;
    private final String phone;

    DemoCustomer(String firstName, String lastName, String mailAddress, String phone) {
        this.firstName = firstName;
        this.lastName = lastName;
        this.mailAddress = mailAddress;
        this.phone = phone;
    }

    public String firstName() {
        return firstName;
    }

    public String lastName() {
        return lastName;
    }

    public String fullName() {
        return firstName + " " + lastName;
    }

    public String mailAddress() {
        return mailAddress;
    }

    /** E.164 digits without the plus sign, which is what WhatsApp calls a wa_id. */
    public String phone() {
        return phone;
    }
}
