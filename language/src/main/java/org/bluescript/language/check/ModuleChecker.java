package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.bluescript.language.ast.Statement;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedModule;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.PrimitiveType;

/**
 * Checks a module whose names have been declared: its statements first, then its functions and classes. Of the
 * module of timers only those functions are checked that something uses.
 */
final class ModuleChecker {
    private final Round round;
    private final ModuleScope module;
    private final ModuleDeclarations declarations;

    ModuleChecker(Round round, ModuleScope module, ModuleDeclarations declarations) {
        this.round = round;
        this.module = module;
        this.declarations = declarations;
    }

    TypedModule check() {
        List<TypedStatement> statements = topLevel();
        FunctionChecker functions = new FunctionChecker(round);
        if (round.timers().filter(t -> t.areIn(module)).isEmpty()) {
            declarations.functions().forEach(functions::check);
        }
        ClassChecker classes = new ClassChecker(round);
        declarations.classes().forEach(classes::check);
        declarations.genericClasses().forEach(c -> {
            classes.checkStaticMethods(c.statics());
            round.instances().checkText(c);
        });
        round.instances().checkWaiting();
        new InitializationOrder(round, module).check(statements);
        return new TypedModule(
                module.path(),
                module.parsed().source().file(),
                module.typedGlobals(),
                topLevelId(),
                List.copyOf(module.code()));
    }

    private FunctionId topLevelId() {
        return new FunctionId(module.path(), FunctionId.TOP_LEVEL);
    }

    private List<TypedStatement> topLevel() {
        FunctionBody body = FunctionBody.of(
                round,
                module,
                topLevelId(),
                TypedFunction.Kind.TOP_LEVEL,
                Optional.empty(),
                ReturnTypes.of(PrimitiveType.VOID));
        List<TypedStatement> statements = new ArrayList<>();
        for (Statement statement : module.parsed().tree().statements()) {
            switch (statement) {
                case Statement.FunctionDeclaration s -> {}
                case Statement.EnumDeclaration s -> {}
                case Statement.TypeAlias s -> {}
                case Statement.InterfaceDeclaration s -> {}
                case Statement.ImportNames s -> {}
                case Statement.ImportAll s -> {}
                case Statement.Export s -> {}
                case Statement.ClassDeclaration s -> Stream.concat(
                                declarations.classes().stream(),
                                declarations.genericClasses().stream().map(GenericClass::statics))
                        .filter(c -> c.node() == s)
                        .forEach(c -> new ClassChecker(round).checkStatics(c, body, statements));
                default -> body.statements().check(statement, statements);
            }
        }
        Span span = module.parsed().tree().span();
        Span end = statements.isEmpty() ? span : statements.getLast().span();
        round.timers().filter(t -> t.runAfter(module)).ifPresent(t -> statements.add(t.run(round, end)));
        round.functions()
                .put(
                        body.id(),
                        new TypedFunction(
                                body.id(),
                                FunctionId.TOP_LEVEL,
                                body.kind(),
                                List.of(),
                                List.of(),
                                PrimitiveType.VOID,
                                new TypedStatement.Block(span, statements),
                                body.isDeviceBound(),
                                span));
        return statements;
    }
}
