// What every BlueScript program knows, for editors with TypeScript support. It takes the place of TypeScript's own library
// (`noLib`), so that nothing is completed that a program cannot use: extend bluescript.tsconfig.json, which names this file.
//
// TypeScript sees one number type where BlueScript has two, so it accepts more programs than BlueScript does.

// ---- types

/** 32 bits, two's complement; operations wrap. `number` and `int32` are the same type. */
type integer = number;
/** 32 bits, two's complement; the same as `integer`. */
type int32 = number;
/** IEEE 754 binary32. A literal with a point or an exponent is a float. */
type float = number;

/** An array whose elements may be anything. */
type FixedArray = any[];

// ---- output and checks

/** Prints the values in a line, joined by spaces. */
declare function print(...values: unknown[]): void;

declare const console: {
    /** Prints the values in a line, joined by spaces. */
    log(...values: unknown[]): void;
    /** The same on standard error. */
    error(...values: unknown[]): void;
};

/** Ends the program with an error if the condition is false; the message is evaluated only then. */
declare function assert(condition: unknown, message?: string): asserts condition;

/** What run-time errors are, and what can be thrown. */
declare class Error {
    /** The kind of error. */
    name: string;
    /** What went wrong. */
    message: string;
    constructor(message?: string);
}

/** What is out of the range of what is possible: an index, a length, memory, the stack. */
declare class RangeError extends Error {}

/** A value of another type than is needed, or null. */
declare class TypeError extends Error {}

// ---- time

declare const time: {
    /** Milliseconds since the program began. */
    now(): integer;
    /** Microseconds since the program began; wraps. */
    micros(): integer;
    /** Waits; no timer runs meanwhile. */
    delay(milliseconds: integer): void;
};

/**
 * Calls the handler once, after so many milliseconds, with the arguments that follow (four at most); gives a number for
 * `clearTimeout`. Timers run when the top levels of all modules have ended.
 */
declare function setTimeout<A extends unknown[]>(
    handler: (...values: A) => unknown, milliseconds: integer, ...values: A): integer;
declare function setTimeout(handler: (...values: any[]) => unknown, milliseconds: integer, ...values: unknown[]): integer;
/** Calls the handler again and again; gives a number for `clearInterval`. */
declare function setInterval<A extends unknown[]>(
    handler: (...values: A) => unknown, milliseconds: integer, ...values: A): integer;
declare function setInterval(handler: (...values: any[]) => unknown, milliseconds: integer, ...values: unknown[]): integer;
/** Forgets a call that has not happened yet. */
declare function clearTimeout(timer: integer | null | undefined): void;
/** Ends repeated calls. */
declare function clearInterval(timer: integer | null | undefined): void;

// ---- memory

/** Collects garbage now. */
declare function gc(): void;

declare const memory: {
    /** Bytes of the heap that are free, without what a collection would find. */
    free(): integer;
    /** Bytes of the heap that are in use. */
    used(): integer;
};

// ---- numbers

declare const NaN: float;
declare const Infinity: float;
declare function isNaN(x: float): boolean;
/** The integer at the beginning of the text, decimal or with `0x`, or in digits of another base; 0 if there is none. */
declare function parseInt(text: string, radix?: integer): integer;
/** The float at the beginning of the text; NaN if there is none. */
declare function parseFloat(text: string): float;

declare const Math: {
    readonly PI: float;
    readonly E: float;
    /** Of an integer an integer, which wraps for the least one; of a float a float. */
    abs(x: number): number;
    /** -1, 0 or 1; of a float a float. */
    sign(x: number): number;
    /** An integer if all are integers; of an empty array of floats Infinity. */
    min(...numbers: number[]): number;
    /** An integer if all are integers; of an empty array of floats -Infinity. */
    max(...numbers: number[]): number;
    /** Down to an integer; beyond their range the nearest one, 0 for NaN. */
    floor(x: float): integer;
    /** Up to an integer; beyond their range the nearest one, 0 for NaN. */
    ceil(x: float): integer;
    /** To the nearest integer, halves up; beyond their range the nearest one, 0 for NaN. */
    round(x: float): integer;
    /** Toward zero to an integer; beyond their range the nearest one, 0 for NaN. */
    trunc(x: float): integer;
    sqrt(x: float): float;
    sin(radians: float): float;
    cos(radians: float): float;
    tan(radians: float): float;
    asin(x: float): float;
    acos(x: float): float;
    atan(x: float): float;
    /** The angle of the point (x, y). */
    atan2(y: float, x: float): float;
    exp(x: float): float;
    log(x: float): float;
    log2(x: float): float;
    log10(x: float): float;
    pow(base: float, exponent: float): float;
    /** The length of (x, y). */
    hypot(x: float, y: float): float;
    /** Multiplies 32-bit integers, wrapping. */
    imul(a: integer, b: integer): integer;
    /** At least 0 and less than 1; the same sequence in each run. */
    random(): float;
};

// ---- strings

/** An immutable sequence of bytes that hold UTF-8: lengths and positions count bytes. */
interface String {
    /** In bytes. */
    readonly length: integer;
    /** A string of one byte. */
    readonly [index: number]: string;
    /** The byte at a position. */
    charCodeAt(index: integer): integer;
    /** Positions beyond the ends are moved there, and exchanged if in the wrong order. */
    substring(from: integer, to?: integer): string;
    /** Negative positions count from the end. */
    slice(from?: integer, to?: integer): string;
    /** The byte at a position as a string; empty if there is none. */
    charAt(index: integer): string;
    /** The number of the character that begins at a position; of a byte within one, the byte; null if there is none. */
    codePointAt(index: integer): integer | null;
    /** The byte at a position as a string; negative positions count from the end; null if there is none. */
    at(index: integer): string | null;
    startsWith(text: string): boolean;
    endsWith(text: string): boolean;
    /** Where the text is found first, from a position on, or -1. */
    indexOf(text: string, from?: integer): integer;
    /** Where the text is found last, at a position or before, or -1. */
    lastIndexOf(text: string, from?: integer): integer;
    includes(text: string, from?: integer): boolean;
    /** The parts between the separators; all characters if the separator is empty; at most `limit` of them. */
    split(separator: string, limit?: integer): string[];
    /** Without the blanks of ASCII at both ends. */
    trim(): string;
    trimStart(): string;
    trimEnd(): string;
    /** With the letters a to z as A to Z. */
    toUpperCase(): string;
    /** With the letters A to Z as a to z. */
    toLowerCase(): string;
    repeat(count: integer): string;
    /** Filled up on the left to a length in bytes. */
    padStart(length: integer, filler?: string): string;
    /** Filled up on the right to a length in bytes. */
    padEnd(length: integer, filler?: string): string;
    /** -1, 0 or 1, by the bytes; no language has a say in it. */
    localeCompare(other: string): integer;
    /** With the first occurrence of a text replaced. */
    replace(text: string, replacement: string): string;
    /** With every occurrence of a text replaced. */
    replaceAll(text: string, replacement: string): string;
    /** The characters, each a string. */
    [Symbol.iterator](): Iterator<string>;
}

declare const String: {
    /** The text of any value, as `print` shows it. */
    (value: unknown): string;
    /** A string of these bytes. */
    fromCharCode(...codes: integer[]): string;
    /** A string of these characters; in the place of what is none, U+FFFD. */
    fromCodePoint(...codes: integer[]): string;
};

// ---- arrays

interface Array<T> {
    readonly length: integer;
    [index: number]: T;
    /** Appends; gives the new length. */
    push(...values: T[]): integer;
    /** Removes the last element; the array must not be empty. */
    pop(): T;
    /** Removes the first element; the array must not be empty. */
    shift(): T;
    /** Inserts at the beginning; gives the new length. */
    unshift(...values: T[]): integer;
    /** A copy of a part; negative positions count from the end. */
    slice(from?: integer, to?: integer): T[];
    /** Removes `count` elements, inserts others in their place, and gives those that were removed. */
    splice(from: integer, count?: integer, ...inserted: T[]): T[];
    /** A new array of all elements. */
    concat(...others: ReadonlyArray<T>[]): T[];
    /** The first position of an element that is `===` to the value, or -1. */
    indexOf(value: T, from?: integer): integer;
    /** The last position of such an element, at `from` or before, or -1. */
    lastIndexOf(value: T, from?: integer): integer;
    /** Whether there is such an element; NaN counts as the same as NaN. */
    includes(value: T, from?: integer): boolean;
    /** The elements' texts, with a separator between them: a comma if none is given. */
    join(separator?: string): string;
    /** Turns the array itself round. */
    reverse(): T[];
    /** Stores the value in all elements from one position up to another. */
    fill(value: T, from?: integer, to?: integer): T[];
    map<R>(f: (value: T, index: integer, array: T[]) => R): R[];
    /** With a function that says of which type what it keeps is, an array of that type. */
    filter<S extends T>(f: (value: T, index: integer, array: T[]) => value is S): S[];
    filter(f: (value: T, index: integer, array: T[]) => unknown): T[];
    forEach(f: (value: T, index: integer, array: T[]) => void): void;
    reduce(f: (result: T, value: T, index: integer, array: T[]) => T): T;
    reduce<R>(f: (result: R, value: T, index: integer, array: T[]) => R, initial: R): R;
    some(f: (value: T, index: integer, array: T[]) => unknown): boolean;
    every(f: (value: T, index: integer, array: T[]) => unknown): boolean;
    /** The first element that fits, or null. */
    find<S extends T>(f: (value: T, index: integer, array: T[]) => value is S): S | null;
    find(f: (value: T, index: integer, array: T[]) => unknown): T | null;
    /** The position of the first element that fits, or -1. */
    findIndex(f: (value: T, index: integer, array: T[]) => unknown): integer;
    /** Sorts the array itself, by the elements' texts if no comparison is given; equal elements keep their order. */
    sort(compare?: (a: T, b: T) => number): T[];
    /** The element at a position, from the end if it is negative; null if there is none. */
    at(index: integer): T | null;
    /** The elements of the elements that are arrays, and the others. */
    flat<U>(this: readonly (U | readonly U[])[]): U[];
    /** The elements of all arrays that the function gives. */
    flatMap<R>(f: (value: T, index: integer, array: T[]) => readonly R[]): R[];
    /** Pairs of positions and elements. */
    entries(): [integer, T][];
    [Symbol.iterator](): Iterator<T>;
}

/** An array in which nothing is stored: what `readonly T[]` means to an editor. BlueScript itself takes it for `T[]`. */
interface ReadonlyArray<T> {
    readonly length: integer;
    readonly [index: number]: T;
    /** A copy of a part; negative positions count from the end. */
    slice(from?: integer, to?: integer): T[];
    /** A new array of all elements. */
    concat(...others: ReadonlyArray<T>[]): T[];
    /** The first position of an element that is `===` to the value, or -1. */
    indexOf(value: T, from?: integer): integer;
    /** The last position of such an element, at `from` or before, or -1. */
    lastIndexOf(value: T, from?: integer): integer;
    /** Whether there is such an element; NaN counts as the same as NaN. */
    includes(value: T, from?: integer): boolean;
    /** The elements' texts, with a separator between them: a comma if none is given. */
    join(separator?: string): string;
    map<R>(f: (value: T, index: integer, array: readonly T[]) => R): R[];
    /** With a function that says of which type what it keeps is, an array of that type. */
    filter<S extends T>(f: (value: T, index: integer, array: readonly T[]) => value is S): S[];
    filter(f: (value: T, index: integer, array: readonly T[]) => unknown): T[];
    forEach(f: (value: T, index: integer, array: readonly T[]) => void): void;
    reduce(f: (result: T, value: T, index: integer, array: readonly T[]) => T): T;
    reduce<R>(f: (result: R, value: T, index: integer, array: readonly T[]) => R, initial: R): R;
    some(f: (value: T, index: integer, array: readonly T[]) => unknown): boolean;
    every(f: (value: T, index: integer, array: readonly T[]) => unknown): boolean;
    /** The first element that fits, or null. */
    find<S extends T>(f: (value: T, index: integer, array: readonly T[]) => value is S): S | null;
    find(f: (value: T, index: integer, array: readonly T[]) => unknown): T | null;
    /** The position of the first element that fits, or -1. */
    findIndex(f: (value: T, index: integer, array: readonly T[]) => unknown): integer;
    /** The element at a position, from the end if it is negative; null if there is none. */
    at(index: integer): T | null;
    /** The elements of the elements that are arrays, and the others. */
    flat<U>(this: readonly (U | readonly U[])[]): U[];
    /** The elements of all arrays that the function gives. */
    flatMap<R>(f: (value: T, index: integer, array: readonly T[]) => readonly R[]): R[];
    /** Pairs of positions and elements. */
    entries(): [integer, T][];
    [Symbol.iterator](): Iterator<T>;
}

declare const Array: {
    /** An empty array. */
    new <T = any>(): T[];
    /** An array of `length` elements; the initial value may be left out for numbers, booleans and nullable types. */
    new <T = any>(length: integer, initial?: T): T[];
    /** A copy. */
    new <T>(array: readonly T[]): T[];
    /** Whether it is an array, and no typed one. */
    isArray(value: any): value is any[];
    /** An array of all that can be gone over, or of what the function makes of it. */
    from<T>(source: Iterable<T>): T[];
    from<T, R>(source: Iterable<T>, f: (value: T, index: integer) => R): R[];
    /** As many elements as are wanted, made of their positions. */
    from<R>(source: { length: integer }, f: (value: any, index: integer) => R): R[];
    from(source: { length: integer }): any[];
    /** The array of these. */
    of<T>(...values: T[]): T[];
};

/** An array of fixed length; what is stored wraps modulo the elements' width. */
interface TypedArray {
    readonly length: integer;
    [index: number]: number;
    /** Pairs of positions and elements. */
    entries(): [integer, number][];
    [Symbol.iterator](): Iterator<number>;
}

interface Uint8Array extends TypedArray {}
interface Int8Array extends TypedArray {}
interface Uint16Array extends TypedArray {}
interface Int16Array extends TypedArray {}
interface Int32Array extends TypedArray {}
interface Float32Array extends TypedArray {}
/** Elements from 0 to 255. */
declare const Uint8Array: {
    new (length: integer, initial?: integer): Uint8Array;
    new (elements: readonly number[] | TypedArray): Uint8Array;
};
/** Elements from -128 to 127. */
declare const Int8Array: {
    new (length: integer, initial?: integer): Int8Array;
    new (elements: readonly number[] | TypedArray): Int8Array;
};
/** Elements from 0 to 65535. */
declare const Uint16Array: {
    new (length: integer, initial?: integer): Uint16Array;
    new (elements: readonly number[] | TypedArray): Uint16Array;
};
/** Elements from -32768 to 32767. */
declare const Int16Array: {
    new (length: integer, initial?: integer): Int16Array;
    new (elements: readonly number[] | TypedArray): Int16Array;
};
/** Elements of 32 bits. */
declare const Int32Array: {
    new (length: integer, initial?: integer): Int32Array;
    new (elements: readonly number[] | TypedArray): Int32Array;
};
/** Elements that are floats. */
declare const Float32Array: {
    new (length: integer, initial?: float): Float32Array;
    new (elements: readonly number[] | TypedArray): Float32Array;
};

// ---- collections

/** Values by key, in the order in which the keys came. */
declare class Map<K = any, V = any> {
    /** Empty, of entries, as in `new Map([["a", 1], ["b", 2]])`, or of those of another map. */
    constructor(entries?: Iterable<readonly [K, V]>);
    readonly size: integer;
    /** The key's value, or null. */
    get(key: K): V | null;
    set(key: K, value: V): Map<K, V>;
    has(key: K): boolean;
    /** Whether the key was there. */
    delete(key: K): boolean;
    clear(): void;
    forEach(f: (value: V, key: K, map: Map<K, V>) => void): void;
    keys(): K[];
    values(): V[];
    /** Arrays of two, a key and a value. */
    entries(): [K, V][];
    /** Entries that are added meanwhile included: `for (const [key, value] of map)`. */
    [Symbol.iterator](): Iterator<[K, V]>;
}

/** Values without repetition, in the order in which they came. */
declare class Set<T = any> {
    constructor(values?: Iterable<T>);
    readonly size: integer;
    add(value: T): Set<T>;
    has(value: T): boolean;
    /** Whether the value was there. */
    delete(value: T): boolean;
    clear(): void;
    forEach(f: (value: T, key: T, all: Set<T>) => void): void;
    keys(): T[];
    values(): T[];
    /** Each value twice. */
    entries(): [T, T][];
    /** Values that are added meanwhile included. */
    [Symbol.iterator](): Iterator<T>;
}

// ---- native code

/** C code: at file scope if it stands at the top level, else in place. `${x}` names a variable, a parameter or `this.p`. */
declare function code(text: TemplateStringsArray, ...variables: unknown[]): void;

// ---- what TypeScript itself wants to know

interface Object {
    /** The text of the value, as `print` shows it, unless its class has a method of this name. */
    toString(): string;
}
interface Function {}
type Record<K extends string | number | symbol, T> = { [P in K]: T };
/** The interface with all members optional. */
type Partial<T> = { [P in keyof T]?: T[P] };
/** What is not changed through it; BlueScript itself takes it for `T`. */
type Readonly<T> = { readonly [P in keyof T]: T[P] };
interface CallableFunction extends Function {}
interface NewableFunction extends Function {}
interface IArguments {}
interface Boolean {
    /** `true` or `false`. */
    toString(): string;
}
interface Number {
    /** As `print` shows it; an integer also in digits of another base, from 2 to 36. */
    toString(radix?: integer): string;
    /** With so many digits behind the point, rounded. */
    toFixed(digits?: integer): string;
}
/** Of a string the float that all of it denotes, else NaN; of a boolean 0 or 1. */
declare const Number: { (value: unknown): number };
/** Whether the value counts as true. */
declare const Boolean: { (value: unknown): boolean };
interface RegExp {}
interface TemplateStringsArray {}
interface Symbol {}
declare const Symbol: { readonly iterator: unique symbol };
interface Iterator<T> {
    next(): { done?: boolean; value: T };
}
interface Iterable<T> {
    [Symbol.iterator](): Iterator<T>;
}
