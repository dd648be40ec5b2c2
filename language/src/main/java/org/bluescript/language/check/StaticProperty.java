package org.bluescript.language.check;

import org.bluescript.language.ast.ClassMember.Modifiers;

/** That a variable is a static property: of which class, and who may use it. */
record StaticProperty(ClassSymbol owner, Modifiers modifiers) {}
