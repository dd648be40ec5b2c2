// What every BlueScript program knows, for editors with TypeScript support: put this file into the project, with a
// tsconfig.json of { "compilerOptions": { "strict": true, "lib": ["es2022"], "noEmit": true } }.
// TypeScript sees one number type where BlueScript has two, so it accepts more programs than BlueScript does.

/** 32 bits, two's complement. `number` and `int32` are the same type. */
type integer = number;
type int32 = number;
/** IEEE 754 binary32. A literal with a point or an exponent is a float. */
type float = number;

/** Prints the values in a line, joined by spaces. */
declare function print(...values: unknown[]): void;
declare const console: {
    log(...values: unknown[]): void;
    error(...values: unknown[]): void;
};

/** Ends the program with an error if the condition is false; the message is evaluated only then. */
declare function assert(condition: unknown, message?: string): asserts condition;

/** Collects garbage now. */
declare function gc(): void;

declare const time: {
    /** Milliseconds since the program began. */
    now(): integer;
    /** Microseconds since the program began; wraps. */
    micros(): integer;
    /** Waits. */
    delay(milliseconds: integer): void;
};

/** C code: at file scope if it stands at the top level, else in place. `${x}` names a variable, a parameter or `this.p`. */
declare function code(text: TemplateStringsArray, ...variables: unknown[]): void;

interface ArrayConstructor {
    /** An array of `length` elements; the initial value may be left out for numbers, booleans and nullable types. */
    new <T>(length: integer, initial?: T): T[];
    /** A copy. */
    new <T>(array: T[]): T[];
}

interface Array<T> {
    /** Removes the last element; the array must not be empty. */
    pop(): T;
    /** Removes the first element; the array must not be empty. */
    shift(): T;
}

interface Uint8ArrayConstructor {
    new (length: integer, initial?: integer): Uint8Array;
}
