package io.switchboard.connector.careless;

import org.assertj.core.data.Offset;

record BringsALibrary(Offset<Integer> offset) {}
