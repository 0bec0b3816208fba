/**
 * Who may come in: the token of programs, the one-time codes and logins of the page, and which hosts and origins are ours. Knows nothing of
 * the HTTP library.
 */
@NullMarked
package dev.readback.web.auth;

import org.jspecify.annotations.NullMarked;
