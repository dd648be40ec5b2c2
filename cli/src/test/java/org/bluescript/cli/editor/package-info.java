/** What users' editors are promised: TypeScript's own checker accepts BlueScript programs, with the declarations that we ship. */
package org.bluescript.cli.editor;
