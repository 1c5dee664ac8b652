/** Replaces `%41`; what is no UTF-8 afterwards stays as written. */
export const decodeUrl = (text: string): string =>
  text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
