/** What the server shows who it is with, when it speaks HTTPS itself. Enter at {@link dev.readback.web.tls.TlsIdentity}. */
@NullMarked
package dev.readback.web.tls;

import org.jspecify.annotations.NullMarked;
