/** Where the bytes of images are kept. */
@NullMarked
package org.fertivision.server.blob;

import org.jspecify.annotations.NullMarked;
