// Addresses of links: which are allowed, and how what people type or paste becomes one.

/** A whole text that is nothing but an address. */
const onlyAddress = /^(?:(?:https?:\/\/|www\.|mailto:|tel:)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)$/iu;

/**
 * The address as it is kept, or null if it is none that a link may have. Adds what people leave out:
 * `https://` before a bare domain, `mailto:` before an e-mail address.
 */
export function address(typed: string): string | null {
  const text = typed.trim();
  if (!text || /\s/.test(text)) return null;
  if (/^(?:mailto|tel):./i.test(text)) return text;
  if (/^https?:/i.test(text)) return URL.canParse(text) ? text : null;
  if (/^[^/:@]+@[^/:@]+\.[^/:@]+$/.test(text)) return `mailto:${text}`;
  // A scheme of another kind; what follows a port's colon is digits and nothing else.
  if (/^[a-z][a-z0-9+.-]*:(?!\d+(?:\/|$))/i.test(text)) return null;
  if (!/^[^/?#]+\.[^/?#.]{2,}/.test(text)) return null;
  return URL.canParse(`https://${text}`) ? `https://${text}` : null;
}

/** The address that a pasted text is, if it is nothing else. */
export function pastedAddress(text: string): string | null {
  const trimmed = text.trim();
  return onlyAddress.test(trimmed) ? address(trimmed) : null;
}
