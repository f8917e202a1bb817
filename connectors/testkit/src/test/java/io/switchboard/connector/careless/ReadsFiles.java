package io.switchboard.connector.careless;

import java.io.File;

record ReadsFiles(File file) {}
