/**
 * Where modules come from and in which order they run. A module is identified by its path relative to the source folder,
 * which is the folder of the main file; nothing outside that folder is ever read.
 */
package org.bluescript.language.modules;
