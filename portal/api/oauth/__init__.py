"""OAuth 2.0 for desk: authorization code with PKCE on a loopback redirect (RFC 8252, RFC 9700)."""
