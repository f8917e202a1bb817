package io.switchboard.sandbox.bench.history;

import java.util.ArrayList;
import java.util.List;

/** Broken promises, as they are found. */
final class Violations {

    final List<String> lost = new ArrayList<>();
    final List<String> doubled = new ArrayList<>();
    final List<String> reordered = new ArrayList<>();
    final List<String> crossTenant = new ArrayList<>();
    final List<String> unasked = new ArrayList<>();
}
