/**
 * From a device that has stopped to what the user is told: what went wrong, where in the source, and by which calls the program
 * came there. The device only tells its registers and shows its memory; everything else is worked out here.
 */
package org.bluescript.backend.failure;
