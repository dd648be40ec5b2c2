package org.bluescript.cli.fuzz.make;

import java.util.List;

/** All kinds of expressions and statements. Here a new one is added. */
final class Forms {
    static final List<ExpressionForm> EXPRESSIONS = List.of(
            new Constants(),
            new VariableReads(),
            new Arithmetic(),
            new Negations(),
            new NumberFunctions(),
            new Comparisons(),
            new Logic(),
            new Conditionals(),
            new Casts(),
            new Texts(),
            new TextParts(),
            new Assignments(),
            new Increments(),
            new ElementReads(),
            new ArrayMakings(),
            new ArrayOperations(),
            new Lengths(),
            new Creations(),
            new ObjectLiterals(),
            new Upcasts(),
            new UnionTests.Parts(),
            new FieldReads(),
            new Downcasts(),
            new NonNullAssertions(),
            new Fallbacks(),
            new FunctionCalls(),
            new MethodCalls(),
            new ClosureCalls(),
            new FunctionLiterals(),
            new Dynamic(),
            new Dynamic.Members(),
            new LibraryCalls(),
            new Tables(),
            new TableReads(),
            new OptionalChains(),
            new StoredFunctionCalls());

    static final List<StatementForm> STATEMENTS = List.of(
            new Declarations(),
            new Effects(),
            new Prints(),
            new FieldWrites(),
            new ElementWrites(),
            new Branches(),
            new CountingLoops(),
            new ArrayLoops(),
            new WaitingLoops(),
            new Switches(),
            new LabelledBlocks(),
            new Jumps(),
            new Returns(),
            new Narrowings(),
            new Assertions(),
            new Fillings(),
            new Collections(),
            new LogicalAssignments(),
            new NestedFunctions(),
            new DynamicWrites(),
            new TableChanges(),
            new TableVisits(),
            new Tries(),
            new Tries.Throws(),
            new Destructurings(),
            new UnionTests());

    private Forms() {}
}
