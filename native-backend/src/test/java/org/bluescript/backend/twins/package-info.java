/**
 * Host and device compute the same bits: the number functions of the runtime, built for this machine from the device's own
 * sources, against their twins in {@code org.bluescript.language}. That those sources give the same bits on the device is
 * tested in {@code mcu-runtime}.
 */
package org.bluescript.backend.twins;
