package org.bluescript.language.lexer;

/**
 * The kinds of token. Words that are names in some places and mean something in others ({@code of}, {@code as},
 * {@code type}, {@code static}, {@code code}, …) are IDENTIFIER; the parser looks at their text.
 */
public enum TokenKind {
    END("the end of the file"),
    /** Text that the lexer has already complained about. */
    INVALID("an unknown character"),

    IDENTIFIER("a name"),
    INTEGER("a number"),
    /** A hexadecimal, octal or binary integer: it denotes bits, not a magnitude. */
    BIT_PATTERN("a number"),
    FLOAT("a number"),
    STRING("a string"),
    /** A template without places. */
    TEMPLATE("a template"),
    /** <code>`…${</code>. */
    TEMPLATE_HEAD("a template"),
    /** <code>}…${</code>. */
    TEMPLATE_MIDDLE("}"),
    /** <code>}…`</code>. */
    TEMPLATE_TAIL("}"),

    LEFT_BRACE("{"),
    RIGHT_BRACE("}"),
    LEFT_PAREN("("),
    RIGHT_PAREN(")"),
    LEFT_BRACKET("["),
    RIGHT_BRACKET("]"),
    DOT("."),
    ELLIPSIS("..."),
    QUESTION_DOT("?."),
    SEMICOLON(";"),
    COMMA(","),
    COLON(":"),
    QUESTION("?"),
    ARROW("=>"),
    AT("@"),
    LESS("<"),
    LESS_EQUAL("<="),
    EQUAL("=="),
    STRICT_EQUAL("==="),
    NOT_EQUAL("!="),
    STRICT_NOT_EQUAL("!=="),
    PLUS("+"),
    MINUS("-"),
    STAR("*"),
    SLASH("/"),
    PERCENT("%"),
    POWER("**"),
    PLUS_PLUS("++"),
    MINUS_MINUS("--"),
    SHIFT_LEFT("<<"),
    AMPERSAND("&"),
    BAR("|"),
    CARET("^"),
    NOT("!"),
    TILDE("~"),
    AND("&&"),
    OR("||"),
    NULLISH("??"),
    ASSIGN("="),
    ASSIGN_PLUS("+="),
    ASSIGN_MINUS("-="),
    ASSIGN_STAR("*="),
    ASSIGN_SLASH("/="),
    ASSIGN_PERCENT("%="),
    ASSIGN_POWER("**="),
    ASSIGN_SHIFT_LEFT("<<="),
    ASSIGN_AMPERSAND("&="),
    ASSIGN_BAR("|="),
    ASSIGN_CARET("^="),
    ASSIGN_AND("&&="),
    ASSIGN_OR("||="),
    ASSIGN_NULLISH("??="),
    /** Always one character for the lexer, so that {@code Array<Array<T>>} closes twice. The parser joins it with what follows. */
    GREATER(">"),

    /* Joined by the parser, never produced by the lexer. */
    GREATER_EQUAL(">="),
    SHIFT_RIGHT(">>"),
    SHIFT_RIGHT_UNSIGNED(">>>"),
    ASSIGN_SHIFT_RIGHT(">>="),
    ASSIGN_SHIFT_RIGHT_UNSIGNED(">>>="),

    BREAK("break"),
    CASE("case"),
    CATCH("catch"),
    CLASS("class"),
    CONST("const"),
    CONTINUE("continue"),
    DEBUGGER("debugger"),
    DEFAULT("default"),
    DELETE("delete"),
    DO("do"),
    ELSE("else"),
    ENUM("enum"),
    EXPORT("export"),
    EXTENDS("extends"),
    FALSE("false"),
    FINALLY("finally"),
    FOR("for"),
    FUNCTION("function"),
    IF("if"),
    IMPORT("import"),
    IN("in"),
    INSTANCEOF("instanceof"),
    LET("let"),
    NEW("new"),
    NULL("null"),
    RETURN("return"),
    SUPER("super"),
    SWITCH("switch"),
    THIS("this"),
    THROW("throw"),
    TRUE("true"),
    TRY("try"),
    TYPEOF("typeof"),
    VAR("var"),
    VOID("void"),
    WHILE("while"),
    WITH("with");

    private final String text;

    TokenKind(String text) {
        this.text = text;
    }

    /** As it is written; a noun phrase for the kinds that are written in many ways. */
    public String text() {
        return text;
    }

    /** Whether the kind is a reserved word. */
    public boolean isKeyword() {
        return compareTo(BREAK) >= 0;
    }

    /** Whether the lexer produces the kind by comparing with its text: neither a word nor joined by the parser. */
    boolean isPunctuation() {
        return compareTo(LEFT_BRACE) >= 0 && compareTo(GREATER) <= 0;
    }
}
