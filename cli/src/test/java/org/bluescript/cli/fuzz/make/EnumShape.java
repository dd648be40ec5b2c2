package org.bluescript.cli.fuzz.make;

import java.util.List;

/** A generated enum, as its users see it. */
record EnumShape(String name, List<String> members) {}
