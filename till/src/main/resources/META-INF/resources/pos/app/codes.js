// What the QR codes of headquarters contain. No storage and no page: tested with Node.js.

// Without the address of the channel service, the code is the token alone: 256 bits in Base64.
const TOKEN = /^[\w-]{43}$/;

/** The token in the text of a code; undefined: it has none. */
export function tokenInCode(text) {
  const inAddress = /#token=([^&\s]+)$/.exec(text)?.[1];
  try {
    return inAddress ? decodeURIComponent(inAddress) : TOKEN.exec(text)?.[0];
  } catch {
    return undefined;
  }
}
