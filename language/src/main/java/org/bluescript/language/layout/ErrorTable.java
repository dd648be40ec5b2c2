package org.bluescript.language.layout;

import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.ErrorLayout;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.typed.ErrorClasses;

/**
 * What the runtime needs to make objects of the errors that it raises: for each kind an instance as it looks when it has just been
 * made, and one more instance that stands for having no memory to make any. The format is {@link ErrorLayout}.
 */
final class ErrorTable {
    /** The symbol of the table. */
    static final String SYMBOL = "bs_errors";

    private final StaticMemory memory;
    private final ClassLayouts classes;
    private final Address table;

    private ErrorTable(StaticMemory memory, ClassLayouts classes) {
        this.memory = memory;
        this.classes = classes;
        this.table = memory.reserve(SYMBOL, ErrorLayout.TABLE_SIZE);
    }

    /** Lays it out; the class records must be there. Returns its address. */
    static Address place(StaticMemory memory, ClassLayouts classes) {
        ErrorTable table = new ErrorTable(memory, classes);
        for (RunTimeErrorKind kind : RunTimeErrorKind.values()) {
            if (kind.isCatchable()) {
                table.place(kind, ErrorLayout.kindOffset(kind.code()));
            }
        }
        table.place(RunTimeErrorKind.MEMORY, ErrorLayout.OUT_OF_MEMORY_OFFSET);
        return table.table;
    }

    private void place(RunTimeErrorKind kind, int offset) {
        String name = kind.error().text();
        String record = ProgramLayout.classSymbol(classes.of(ErrorClasses.of(name)));
        Address at = table.plus(offset);
        memory.word(at, memory.symbols().get(record).bits());
        memory.word(at.plus(ObjectLayout.ERROR_NAME_OFFSET), memory.stringAddress(name).bits());
        memory.word(at.plus(ObjectLayout.ERROR_MESSAGE_OFFSET), memory.stringAddress(kind.message()).bits());
    }
}
