package org.bluescript.language.layout;

import org.bluescript.language.shadow.Address;

/** Where static data are put. */
public interface Room {
    /** Zero bytes at a multiple of 8 that are no object. */
    Address reserve(int length);

    /** Zero bytes at a multiple of 8, at most 64, for an object, whose header must be written before anything else is put anywhere. */
    Address object(int length);

    /** A string object. */
    Address string(byte[] utf8, Address classRecord);

    void octet(Address at, int value);

    /** Nobody refers any more to what begins here. */
    void release(Address start);
}
