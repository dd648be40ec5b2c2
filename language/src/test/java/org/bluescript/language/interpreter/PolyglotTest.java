package org.bluescript.language.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Programs as the polyglot API sees them: what they give, and what can be done with it from outside. */
class PolyglotTest {
    private static final String SHAPES = """
            class Shape {
                static count: integer = 0;
                name: string;
                size: float = 1.5;
                visible: boolean = true;
                next: Shape | null = null;
                private secret: integer = 7;
                constructor(name: string) { this.name = name; Shape.count++; }
                area(): float { return this.size * this.size; }
                grow(by: float): Shape { this.size += by; return this; }
                static named(name: string): Shape { return new Shape(name); }
            }
            class Square extends Shape {
                constructor() { super("square"); }
                area(): float { return this.size * 4.0; }
            }
            """;

    private final Context context = Context.newBuilder(BlueScriptLanguage.ID)
            .option("engine.WarnInterpreterOnly", "false")
            .build();

    @AfterEach
    void close() {
        context.close();
    }

    private Value eval(String program) {
        return context.eval(BlueScriptLanguage.ID, program);
    }

    private Value bindings() {
        return context.getBindings(BlueScriptLanguage.ID);
    }

    @Test
    void lastExpressionIsTheProgramsValue() {
        assertThat(eval("let a = 20; a + 1").asInt()).isEqualTo(21);
        assertThat(eval("0.1 + 0.2").asFloat()).isEqualTo(0.1f + 0.2f);
        assertThat(eval("1 < 2").asBoolean()).isTrue();
        assertThat(eval("\"grün\" + 1").asString()).isEqualTo("grün1");
        assertThat(eval("let s: string | null = null; s").isNull()).isTrue();
        assertThat(eval("let a = 20;").isNull()).isTrue();
        assertThat(eval("").isNull()).isTrue();
    }

    @Test
    void objectsShowTheirPropertiesAndMethods() {
        Value shape = eval(SHAPES + "new Square()");
        assertThat(shape.getMemberKeys())
                .containsExactlyInAnyOrder("name", "size", "visible", "next", "secret", "area", "grow");
        assertThat(shape.getMember("name").asString()).isEqualTo("square");
        assertThat(shape.getMember("next").isNull()).isTrue();
        assertThat(shape.invokeMember("area").asFloat()).isEqualTo(6.0f);
        assertThat(shape.getMember("area").execute().asFloat()).isEqualTo(6.0f);
        assertThat(shape.invokeMember("grow", 0.5).invokeMember("area").asFloat()).isEqualTo(8.0f);
        assertThat(shape.toString()).isEqualTo("[object Square]");
        assertThat(shape.hasMember("missing")).isFalse();
    }

    @Test
    void writesAreCheckedAgainstTheStaticType() {
        Value shape = eval(SHAPES + "new Square()");
        shape.putMember("size", 3);
        shape.putMember("visible", false);
        shape.putMember("name", "renamed");
        shape.putMember("next", shape);
        assertThat(shape.getMember("size").asFloat()).isEqualTo(3f);
        assertThat(shape.getMember("visible").asBoolean()).isFalse();
        assertThat(shape.getMember("name").asString()).isEqualTo("renamed");
        assertThat(shape.getMember("next")).isEqualTo(shape);
        assertThatThrownBy(() -> shape.putMember("size", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> shape.putMember("next", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> shape.putMember("new", 1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void classesAreMetaObjectsThatMakeInstances() {
        Value square = eval(SHAPES + "new Square()");
        Value type = square.getMetaObject();
        assertThat(type.getMetaSimpleName()).isEqualTo("Square");
        assertThat(type.isMetaInstance(square)).isTrue();
        Value shape = bindings().getMember("Shape");
        assertThat(shape.isMetaInstance(square)).isTrue();
        assertThat(shape.getMember("count").asInt()).isEqualTo(1);
        Value made = shape.newInstance("made");
        assertThat(made.getMember("name").asString()).isEqualTo("made");
        assertThat(type.isMetaInstance(made)).isFalse();
        assertThat(shape.invokeMember("named", "static").getMember("name").asString()).isEqualTo("static");
        assertThat(shape.getMember("count").asInt()).isEqualTo(3);
        assertThatThrownBy(shape::newInstance).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void arraysHaveElements() {
        Value numbers = eval("let a = [1, 2, 3]; a.push(4); a");
        assertThat(numbers.getArraySize()).isEqualTo(4);
        assertThat(numbers.getArrayElement(3).asInt()).isEqualTo(4);
        numbers.setArrayElement(0, 10);
        assertThat(numbers.as(int[].class)).containsExactly(10, 2, 3, 4);
        assertThat(numbers.getMetaObject().getMetaSimpleName()).isEqualTo("integer[]");
        assertThatThrownBy(() -> numbers.setArrayElement(4, 1)).isInstanceOf(ArrayIndexOutOfBoundsException.class);
        assertThatThrownBy(() -> numbers.setArrayElement(0, 1.5)).isInstanceOf(ClassCastException.class);
        Value bytes = eval("new Uint8Array(2, 7)");
        bytes.setArrayElement(1, 257);
        assertThat(bytes.as(int[].class)).containsExactly(7, 1);
        assertThat(eval("[[\"a\"], [\"b\"]]").getArrayElement(1).getArrayElement(0).asString()).isEqualTo("b");
        assertThat(eval("[true, false]").getArrayElement(0).asBoolean()).isTrue();
    }

    @Test
    void functionsAreExecutable() {
        Value counter = eval("let n = 0; const f = (by: integer): integer => { n += by; return n; }; f");
        assertThat(counter.execute(2).asInt()).isEqualTo(2);
        assertThat(counter.execute(3).asInt()).isEqualTo(5);
        assertThat(bindings().getMember("n").asInt()).isEqualTo(5);
        assertThatThrownBy(counter::execute).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> counter.execute("x")).isInstanceOf(PolyglotException.class)
                .hasMessage("wrong type: an argument must be integer");
        Value both = eval("function join(a: string, b: string): string { return a + b; }\njoin");
        assertThat(both.execute("x", "y").asString()).isEqualTo("xy");
    }

    @Test
    void bindingsAreTheGlobalsOfTheLatestProgram() {
        eval("let a = 1; const b = \"x\"; function twice(n: integer): integer { return 2 * n; }");
        assertThat(bindings().getMemberKeys()).containsExactlyInAnyOrder("a", "b", "twice");
        bindings().putMember("a", 5);
        assertThat(bindings().getMember("a").asInt()).isEqualTo(5);
        assertThat(bindings().invokeMember("twice", 21).asInt()).isEqualTo(42);
        assertThatThrownBy(() -> bindings().putMember("b", "y")).isInstanceOf(UnsupportedOperationException.class);
        eval("let c = 1;");
        assertThat(bindings().getMemberKeys()).containsExactly("c");
    }

    @Test
    void eachProgramHasAMachineOfItsOwn() {
        Value first = eval(SHAPES + "new Square()");
        Value second = eval(SHAPES + "new Square()");
        first.putMember("name", "first");
        assertThat(second.getMember("name").asString()).isEqualTo("square");
        assertThatThrownBy(() -> first.putMember("next", second)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsHeldOutsideIsNeverFreed() {
        Value make = eval(SHAPES + """
                function make(n: integer): Shape { return new Shape("shape " + n); }
                function work(): void { for (let i = 0; i < 10000; i++) { make(i); } gc(); }
                make
                """);
        List<Value> held = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            held.add(make.execute(i));
            if (i % 10 == 0) {
                bindings().invokeMember("work");
            }
        }
        for (int i = 0; i < 100; i++) {
            assertThat(held.get(i).getMember("name").asString()).isEqualTo("shape " + i);
        }
    }

    @Test
    void errorsInCalledFunctionsAreGuestExceptions() {
        Value divide = eval("function divide(a: integer, b: integer): integer {\n    return a / b;\n}\ndivide");
        assertThat(divide.execute(7, 2).asInt()).isEqualTo(3);
        assertThatThrownBy(() -> divide.execute(1, 0)).isInstanceOfSatisfying(PolyglotException.class, e -> {
            assertThat(e.isGuestException()).isTrue();
            assertThat(e.getMessage()).isEqualTo("division by zero");
            assertThat(e.getSourceLocation().getStartLine()).isEqualTo(2);
            assertThat(e.getSourceLocation().getCharacters()).hasToString("a / b");
            assertThat(e.getPolyglotStackTrace().iterator().next().getRootName()).isEqualTo("divide");
        });
        assertThat(divide.execute(9, 3).asInt()).isEqualTo(3);
    }
}
