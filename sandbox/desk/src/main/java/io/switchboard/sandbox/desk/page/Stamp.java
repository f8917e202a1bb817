package io.switchboard.sandbox.desk.page;

/**
 * A time as the page shows it.
 *
 * @param iso for machines
 * @param shown in a few characters
 * @param exact for the tooltip
 */
record Stamp(String iso, String shown, String exact) {

    /** What is shown changes by itself as time passes; that alone makes nothing read differently. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Stamp stamp && stamp.iso.equals(iso);
    }

    @Override
    public int hashCode() {
        return iso.hashCode();
    }
}
