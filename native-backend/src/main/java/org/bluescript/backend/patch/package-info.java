/**
 * From linked code and laid-out data to what must be written where on the device. A patch is a plan: nothing has happened yet,
 * and if the transfer fails nothing will have.
 */
package org.bluescript.backend.patch;
