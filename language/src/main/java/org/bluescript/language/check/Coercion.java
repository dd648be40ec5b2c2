package org.bluescript.language.check;

import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.typed.Conversion;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.UnionType;

/** Makes values fit where they are stored, passed or returned, or says why they do not. */
final class Coercion {
    private final FunctionBody body;
    private final Round round;

    Coercion(FunctionBody body) {
        this.body = body;
        this.round = body.round();
    }

    /**
     * {@code value}, which {@code written} gives, as a value of exactly the form of {@code target}. {@code what} names the place,
     * as in {@code what must be integer, not string}.
     */
    TypedExpression coerce(Expression written, TypedExpression value, Type target, String what) {
        Type type = value.type();
        if (Nodes.isUnknown(value) || Assignability.isUnknown(target)) {
            return value;
        }
        if (Assignability.isOpenArray(type) && Assignability.withoutNull(target) instanceof ArrayType array) {
            learnElement(written, array.element());
            return value;
        }
        if (Assignability.isOpenArray(type) && target == PrimitiveType.ANY) {
            learnElement(written, PrimitiveType.ANY);
            return value;
        }
        if (!round.assignability().isAssignable(type, target)) {
            Optional<TypedExpression> padded = new Padding(round).of(value, target);
            if (padded.isPresent()) {
                return padded.get();
            }
            round.error(
                    written.span(),
                    what + " must be " + target + ", not " + type,
                    round.assignability().advice(type, target));
            return Nodes.unknown(written.span());
        }
        return convert(value, target);
    }

    /** The same for a value that is known to be assignable. */
    static TypedExpression convert(TypedExpression value, Type target) {
        if (target == PrimitiveType.ANY) {
            return AnyConversions.toAny(value);
        }
        if (target instanceof UnionType union && target.representation() == Representation.WORD
                && value.type() != PrimitiveType.ANY) {
            return AnyConversions.toUnion(value, union);
        }
        if (value.type().representation() == Representation.WORD && !Assignability.isUnknown(target)) {
            return AnyConversions.fromAny(value, target);
        }
        boolean isView = target instanceof ArrayType && value.type() instanceof ArrayType && !value.type().equals(target);
        if (isView && !Assignability.isOpenArray(value.type()) && !Assignability.isOpenArray(target)) {
            return Nodes.convert(value, Conversion.REINTERPRET, target);
        }
        if (target == PrimitiveType.FLOAT && Assignability.isInteger(value.type())) {
            return Nodes.toFloat(value);
        }
        return target == PrimitiveType.INTEGER ? Nodes.toInteger(value) : value;
    }

    /** If the expression names a variable or property that started as {@code []}: its elements are of this type. */
    void learnElement(Expression written, Type element) {
        if (!Assignability.isUnknown(element) && !Assignability.isOpenArray(element) && element != PrimitiveType.VOID && element != PrimitiveType.NULL) {
            body.expressions().paths().find(written).ifPresent(path -> learnElement(path, element));
        }
    }

    private void learnElement(Path path, Type element) {
        List<Type> instance = path.root().isGlobal() ? List.of() : body.typeArguments();
        if (path.fields().isEmpty()) {
            path.root().declaration().ifPresent(d -> round.knowledge().learnElement(d, instance, element));
        } else {
            PropertySymbol property = path.fields().getLast();
            List<Type> owner = property instanceof FieldSymbol f ? f.owner().type().arguments() : List.of();
            round.knowledge().learnElement(property.declaration(), owner, element);
        }
    }
}
