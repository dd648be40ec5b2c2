package org.bluescript.backend;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

import org.bluescript.backend.compile.CSource;
import org.bluescript.backend.compile.CompileFailure;
import org.bluescript.backend.compile.CompilerOptions;
import org.bluescript.backend.compile.CrossCompiler;
import org.bluescript.backend.compile.PlainGcc;
import org.bluescript.backend.compile.RuntimeHeaders;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.shadow.ErrorLayout;
import org.bluescript.language.shadow.HeapLayout;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.ObjectLayout.Element;
import org.bluescript.language.shadow.ObjectLayout.Kind;
import org.bluescript.language.shadow.ObjectLayout.TypeTest;
import org.bluescript.language.shadow.Word;
import org.junit.jupiter.api.Test;

/** The device's headers and their Java twins say the same: the C compiler compares them. */
class ContractTest {
    private final List<String> assertions = new ArrayList<>();

    @Test
    void objectLayoutAgrees() throws CompileFailure {
        same("offsetof(bs_class, kind)", ObjectLayout.CLASS_KIND_OFFSET);
        same("offsetof(bs_class, element)", ObjectLayout.CLASS_ELEMENT_OFFSET);
        same("offsetof(bs_class, size)", ObjectLayout.CLASS_SIZE_OFFSET);
        same("offsetof(bs_class, id)", ObjectLayout.CLASS_ID_OFFSET);
        same("offsetof(bs_class, last_id)", ObjectLayout.CLASS_LAST_ID_OFFSET);
        same("offsetof(bs_class, references)", ObjectLayout.CLASS_REFERENCES_OFFSET);
        same("offsetof(bs_class, tagged)", ObjectLayout.CLASS_TAGGED_OFFSET);
        same("offsetof(bs_class, name)", ObjectLayout.CLASS_NAME_OFFSET);
        same("offsetof(bs_class, methods)", ObjectLayout.CLASS_METHODS_OFFSET);
        same("sizeof(bs_object)", ObjectLayout.HEADER);
        same("offsetof(bs_string, length)", ObjectLayout.LENGTH_OFFSET);
        same("offsetof(bs_string, bytes)", ObjectLayout.STRING_BYTES_OFFSET);
        same("offsetof(bs_array, length)", ObjectLayout.LENGTH_OFFSET);
        same("offsetof(bs_array, elements)", ObjectLayout.ARRAY_ELEMENTS_OFFSET);
        same("offsetof(bs_array_integer, elements)", ObjectLayout.ARRAY_ELEMENTS_OFFSET);
        same("offsetof(bs_vector, length)", ObjectLayout.LENGTH_OFFSET);
        same("offsetof(bs_vector, elements)", ObjectLayout.VECTOR_ELEMENTS_OFFSET);
        same("offsetof(bs_vector, capacity)", ObjectLayout.VECTOR_CAPACITY_OFFSET);
        same("sizeof(bs_vector)", ObjectLayout.VECTOR_SIZE);
        same("offsetof(bs_closure, code)", ObjectLayout.CLOSURE_CODE_OFFSET);
        same("sizeof(bs_closure)", ObjectLayout.CLOSURE_CAPTURES_OFFSET);
        same("offsetof(bs_cell, value)", ObjectLayout.CELL_VALUE_OFFSET);
        same("sizeof(bs_cell)", ObjectLayout.CELL_SIZE);
        same("offsetof(bs_box, value)", ObjectLayout.BOX_VALUE_OFFSET);
        same("sizeof(bs_box)", ObjectLayout.BOX_SIZE);
        same("offsetof(bs_type_tests, count)", ObjectLayout.TESTS_COUNT_OFFSET);
        same("offsetof(bs_type_tests, tests)", ObjectLayout.TESTS_OFFSET);
        same("offsetof(bs_type_tests, tests[0].value)", ObjectLayout.TESTS_OFFSET + ObjectLayout.TEST_VALUE_OFFSET);
        same("offsetof(bs_type_tests, tests[1])", ObjectLayout.TESTS_OFFSET + ObjectLayout.TEST_SIZE);
        compile();
    }

    @Test
    void kindsAndElementsAgree() throws CompileFailure {
        for (Kind kind : Kind.values()) {
            same("BS_KIND_" + kind, kind.ordinal());
        }
        for (TypeTest test : TypeTest.values()) {
            same("BS_TEST_" + test, test.ordinal());
        }
        for (Element element : Element.values()) {
            same("BS_ELEMENT_" + element, element.ordinal());
        }
        for (Element element : List.of(Element.INTEGER, Element.FLOAT, Element.BOOLEAN, Element.UINT8, Element.REFERENCE, Element.TAGGED)) {
            String array = "bs_array_" + element.name().toLowerCase(Locale.ROOT);
            same("sizeof(((" + array + " *)0)->elements[0])", element.size());
        }
        compile();
    }

    @Test
    void heapFormatAgrees() throws CompileFailure {
        same("BS_HEAP_MARK", HeapLayout.MARK);
        same("BS_HEAP_FREE", HeapLayout.FREE);
        same("BS_HEAP_LARGEST_BIN", HeapLayout.LARGEST_BIN);
        same("BS_HEAP_BINS", HeapLayout.BINS);
        same("BS_HEAP_BATCH_CELLS", HeapLayout.BATCH_CELLS);
        same("BS_HEAP_BATCH_BYTES", HeapLayout.BATCH_BYTES);
        same("BS_HEAP_STARVED", HeapLayout.STARVED);
        same("offsetof(bs_free_cell, next)", HeapLayout.NEXT_OFFSET);
        same("offsetof(bs_heap_state, bins)", HeapLayout.BINS_OFFSET);
        same("offsetof(bs_heap_state, large)", HeapLayout.LARGE_OFFSET);
        same("offsetof(bs_heap_state, base)", HeapLayout.BASE_OFFSET);
        same("offsetof(bs_heap_state, end)", HeapLayout.END_OFFSET);
        same("offsetof(bs_heap_state, starts)", HeapLayout.STARTS_OFFSET);
        same("offsetof(bs_heap_state, roots)", HeapLayout.ROOTS_OFFSET);
        same("offsetof(bs_heap_state, free_bytes)", HeapLayout.FREE_BYTES_OFFSET);
        same("offsetof(bs_heap_state, peak_bytes)", HeapLayout.PEAK_BYTES_OFFSET);
        same("offsetof(bs_heap_state, collections)", HeapLayout.COLLECTIONS_OFFSET);
        same("sizeof(bs_heap_state)", HeapLayout.STATE_SIZE);
        same("offsetof(bs_root_range, start)", HeapLayout.ROOT_START_OFFSET);
        same("offsetof(bs_root_range, count)", HeapLayout.ROOT_COUNT_OFFSET);
        same("sizeof(bs_root_range)", HeapLayout.ROOT_RANGE_SIZE);
        same("BS_ROOT_TAGGED", HeapLayout.ROOT_TAGGED);
        compile();
    }

    @Test
    void taggedWordsAgree() throws CompileFailure {
        same("BS_WORD_TAG_MASK", Word.TAG_MASK);
        same("BS_WORD_TAG_INTEGER", Word.TAG_INTEGER);
        same("BS_WORD_TAG_POINTER", Word.TAG_POINTER);
        same("BS_WORD_NULL", Word.NULL);
        same("BS_WORD_FALSE", Word.FALSE);
        same("BS_WORD_TRUE", Word.TRUE);
        same("BS_WORD_NAN", Word.NAN);
        same("BS_WORD_INFINITY", Word.INFINITY);
        same("BS_WORD_NEGATIVE_INFINITY", Word.NEGATIVE_INFINITY);
        compile();
    }

    @Test
    void errorNumbersAgree() throws CompileFailure {
        for (RunTimeErrorKind kind : RunTimeErrorKind.values()) {
            same("BS_ERROR_" + kind, kind.code());
        }
        compile();
    }

    @Test
    void errorObjectsAndTheirTableAgree() throws CompileFailure {
        same("offsetof(bs_error_object, name)", ObjectLayout.ERROR_NAME_OFFSET);
        same("offsetof(bs_error_object, message)", ObjectLayout.ERROR_MESSAGE_OFFSET);
        same("offsetof(bs_error_object, origin)", ObjectLayout.ERROR_ORIGIN_OFFSET);
        same("sizeof(bs_error_object)", ObjectLayout.ERROR_SIZE);
        same("offsetof(bs_error_table, code_base)", ErrorLayout.CODE_BASE_OFFSET);
        same("offsetof(bs_error_table, code_end)", ErrorLayout.CODE_END_OFFSET);
        same("offsetof(bs_error_table, out_of_memory)", ErrorLayout.OUT_OF_MEMORY_OFFSET);
        same("sizeof(bs_error_table)", ErrorLayout.TABLE_SIZE);
        same("BS_ERROR_KINDS", ErrorLayout.KINDS);
        same("BS_ORIGIN_PLACE_BITS", ErrorLayout.ORIGIN_PLACE_BITS);
        for (RunTimeErrorKind kind : EnumSet.complementOf(EnumSet.of(RunTimeErrorKind.INTERRUPTED))) {
            same("offsetof(bs_error_table, kinds[%d])".formatted(kind.code()), ErrorLayout.kindOffset(kind.code()));
            same("BS_ERROR_%s < BS_ERROR_KINDS && BS_ERROR_%<s < 1 << (32 - BS_ORIGIN_PLACE_BITS)".formatted(kind), 1);
        }
        int origin = ErrorLayout.origin(RunTimeErrorKind.THROWN.code(), 0x2001_2345);
        same("(int)((uint32_t)BS_ERROR_THROWN << BS_ORIGIN_PLACE_BITS | (0x20012345 & BS_ORIGIN_PLACE))", origin);
        same("BS_ERROR_THROWN", ErrorLayout.code(origin));
        same("0x20012345 & BS_ORIGIN_PLACE", ErrorLayout.place(origin));
        compile();
    }

    private void same(String expression, int value) {
        assertions.add("_Static_assert((%s) == %d, \"%s\");".formatted(expression, value, expression));
    }

    private void compile() throws CompileFailure {
        String includes = "#include <stddef.h>\n#include \"bs_word.h\"\n#include \"bs_runtime.h\"\n#include \"bs_error.h\"\n"
                + "#include \"../runtime/heap.h\"\n";
        try (CrossCompiler compiler = new PlainGcc(CompilerOptions.standard(), RuntimeHeaders.installed())) {
            compiler.compile(CSource.of("contract.c", includes + String.join("\n", assertions)));
        }
    }
}
